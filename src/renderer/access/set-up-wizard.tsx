import { Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/values.ts'
import { done } from '../../instruments/outcome.ts'
import type { SetUp } from '../../room/contract/access.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ConfirmWords } from './confirm-words.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'
import { SetUpDone } from './set-up-done.tsx'
import { type UnitFields, UnitForm } from './unit-form.tsx'
import { type YourselfFields, YourselfForm } from './yourself-form.tsx'
import './access.css'

const steps = ['unit', 'yourself', 'sheet', 'confirm'] as const
type Step = (typeof steps)[number]

/** Everything asked before the vault is made; nothing is stored until the last step is through. */
export function SetUpWizard({
  kind,
  onLeave,
  onOpen,
}: {
  kind: SetUp['kind']
  onLeave: () => void
  onOpen: () => void
}) {
  const { t } = useTranslation('access')
  const [language] = useLanguage()
  const [step, setStep] = useState<Step | 'done'>('unit')
  const [unit, setUnit] = useState<UnitFields | null>(null)
  const [yourself, setYourself] = useState<YourselfFields | null>(null)
  // Drawn once: a sheet already printed must stay the right one when someone steps back.
  const [sheet, setSheet] = useState<{ words: string[]; language: Language } | null>(null)
  const draw = useCommand(async () => done(await room.drawRecoverySheet(language)))
  const setUp = useCommand(room.setUp)

  const drawSheet = async (fields: YourselfFields) => {
    setYourself(fields)
    if (sheet === null) {
      const drawn = await draw.run()
      if (drawn === null) return
      setSheet({ words: drawn.value, language })
    }
    setStep('sheet')
  }

  const finish = async (confirmedWords: SetUp['confirmedWords']) => {
    if (unit === null || yourself === null || sheet === null) return
    const { staffName, passphrase } = yourself
    const made = await setUp.run({
      kind,
      ...unit,
      staffName,
      passphrase,
      language: sheet.language,
      confirmedWords,
    })
    if (made !== null) setStep('done')
  }

  if (step === 'done') return <SetUpDone kind={kind} onOpen={onOpen} />

  return (
    <Doorway title={t(`setUp.${kind}Title`)} width="form">
      <Steps
        size="small"
        current={steps.indexOf(step)}
        items={steps.map((name) => ({ title: t(`setUp.steps.${name}`) }))}
      />
      {step === 'unit' && (
        <UnitForm
          kind={kind}
          before={unit}
          onBack={onLeave}
          onNext={(fields) => {
            setUnit(fields)
            setStep('yourself')
          }}
        />
      )}
      {step === 'yourself' && (
        <YourselfForm
          kind={kind}
          before={yourself}
          busy={draw.running}
          onBack={() => setStep('unit')}
          onNext={(fields) => void drawSheet(fields)}
        />
      )}
      {step === 'sheet' && sheet !== null && unit !== null && (
        <RecoverySheet
          words={sheet.words}
          unitName={unit.unitName}
          onBack={() => setStep('yourself')}
          onNext={() => setStep('confirm')}
        />
      )}
      {step === 'confirm' && (
        <ConfirmWords
          busy={setUp.running}
          onBack={() => setStep('sheet')}
          onNext={(words) => void finish(words)}
        />
      )}
      <RefusalNotice refusal={draw.refusal ?? setUp.refusal} />
    </Doorway>
  )
}
