import { Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConfirmedWord, SetUp } from '../../room/contract/access.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { Doorway } from '../ui/doorway.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { NewSheet } from './new-sheet.tsx'
import { SetUpDone } from './set-up-done.tsx'
import { type UnitFields, UnitForm } from './unit-form.tsx'
import { useNewSheet } from './use-new-sheet.ts'
import { type YourselfFields, YourselfForm } from './yourself-form.tsx'
import './access.css'

const steps = ['unit', 'yourself', 'sheet', 'confirm'] as const

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
  const [step, setStep] = useState<'unit' | 'yourself' | 'sheet' | 'done'>('unit')
  const [unit, setUnit] = useState<UnitFields | null>(null)
  const [yourself, setYourself] = useState<YourselfFields | null>(null)
  const sheet = useNewSheet((halves) => room.drawRecoverySheet(language, halves))
  const setUp = useCommand(room.setUp)

  const finish = async (confirmedWords: ConfirmedWord[]) => {
    if (unit === null || yourself === null) return
    const { staffName, passphrase } = yourself
    const made = await setUp.run({ kind, ...unit, staffName, passphrase, language, confirmedWords })
    if (made !== null) setStep('done')
  }

  if (step === 'done') return <SetUpDone kind={kind} halves={sheet.drawn?.halves ?? true} onOpen={onOpen} />

  return (
    <Doorway title={t(`setUp.${kind}Title`)} width="form">
      <Steps
        size="small"
        current={steps.indexOf(step === 'sheet' && sheet.step === 'confirm' ? 'confirm' : step)}
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
      {step === 'yourself' && unit !== null && (
        <YourselfForm
          kind={kind}
          known={[unit.unitName, unit.unitCode]}
          before={yourself}
          onBack={() => setStep('unit')}
          onNext={(fields) => {
            setYourself(fields)
            setStep('sheet')
          }}
        />
      )}
      {step === 'sheet' && unit !== null && (
        <NewSheet
          at={sheet}
          unitName={unit.unitName}
          finish={t('confirm.finish')}
          busy={setUp.running}
          onBack={() => setStep('yourself')}
          onConfirmed={(words) => void finish(words)}
        />
      )}
      <RefusalNotice refusal={setUp.refusal} />
    </Doorway>
  )
}
