import { Form, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConfirmedWord } from '../../room/contract/access.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import type { LockedStanding } from './locked-standing.ts'
import { NewSheet } from './new-sheet.tsx'
import { PassphraseFields } from './passphrase-fields.tsx'
import { wordsIn } from './recovery-words.ts'
import { StepButtons } from './step-buttons.tsx'
import { TypedPapers } from './typed-papers.tsx'
import { useNewSheet } from './use-new-sheet.ts'
import { WhoAreYou, whoAtFirst } from './who-are-you.tsx'

interface Fields {
  staffId: string
  whole?: string
  first?: string
  second?: string
  passphrase: string
}

const steps = ['old', 'sheet', 'confirm'] as const

/** The way in with the recovery sheet: a new passphrase for one person, and the next sheet; no record changes. */
export function Recover({
  standing: { staff, unit, recoverySheet },
  onBack,
  onOpen,
}: {
  standing: LockedStanding
  onBack: () => void
  onOpen: () => void
}) {
  const { t } = useTranslation('access')
  const [language] = useLanguage()
  const [typed, setTyped] = useState<Fields | null>(null)
  const [step, setStep] = useState<'old' | 'sheet'>('old')
  const check = useCommand(room.checkRecoverySheet)
  const recover = useCommand(room.recover)
  const sheet = useNewSheet((halves) => room.drawNextRecoverySheet(language, halves))
  const { sheet: number, code, halves } = recoverySheet

  const wordsOf = ({ whole = '', first = '', second = '' }: Fields) =>
    halves ? [...wordsIn(first), ...wordsIn(second)] : wordsIn(whole)

  const goOn = async (fields: Fields) => {
    if ((await check.run(wordsOf(fields))) === null) return
    setTyped(fields)
    setStep('sheet')
  }

  const open = async (confirmedWords: ConfirmedWord[]) => {
    if (typed === null) return
    const { staffId, passphrase: newPassphrase } = typed
    if ((await recover.run({ words: wordsOf(typed), staffId, newPassphrase, confirmedWords })) !== null)
      onOpen()
  }

  return (
    <Doorway title={t('recover.title')} width="form">
      <Steps
        size="small"
        current={steps.indexOf(step === 'sheet' && sheet.step === 'confirm' ? 'confirm' : step)}
        items={steps.map((name) => ({ title: t(`recover.steps.${name}`) }))}
      />
      {step === 'old' && (
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          initialValues={typed ?? { staffId: whoAtFirst(staff) }}
          onFinish={(fields) => void goOn(fields)}
        >
          <p>{t(halves ? 'recover.leadHalves' : 'recover.lead', { sheet: number, code })}</p>
          <WhoAreYou staff={staff} />
          <TypedPapers halves={halves} />
          <PassphraseFields label={t('recover.passphrase')} known={[unit.name]} />
          <div className="lock-refusal">
            <RefusalNotice refusal={check.refusal} />
          </div>
          <StepButtons next={t('next')} busy={check.running} onBack={onBack} />
        </Form>
      )}
      {step === 'sheet' && (
        <>
          {sheet.step === 'choice' && <p>{t('recover.nextSheet', { sheet: number })}</p>}
          <NewSheet
            at={sheet}
            unitName={unit.name}
            finish={t('recover.open')}
            busy={recover.running}
            onBack={() => setStep('old')}
            onConfirmed={(words) => void open(words)}
          />
          <RefusalNotice refusal={recover.refusal} />
        </>
      )}
    </Doorway>
  )
}
