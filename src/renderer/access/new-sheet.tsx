import type { ConfirmedWord } from '../../room/contract/access.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ConfirmWords } from './confirm-words.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'
import { SheetChoice } from './sheet-choice.tsx'
import type { NewSheetAt } from './use-new-sheet.ts'

/** A new recovery sheet: on how many papers, the papers themselves, and some words typed back from them. */
export function NewSheet({
  at: { step, drawn, drawing, refusal, goTo, choose },
  unitName,
  finish,
  busy,
  onBack,
  onConfirmed,
}: {
  at: NewSheetAt
  unitName: string
  /** What the last button says. */
  finish: string
  busy: boolean
  onBack: () => void
  onConfirmed: (words: ConfirmedWord[]) => void
}) {
  if (drawn === null || step === 'choice')
    return (
      <>
        <SheetChoice halves={drawn?.halves ?? true} busy={drawing} onBack={onBack} onNext={choose} />
        <RefusalNotice refusal={refusal} />
      </>
    )
  if (step === 'sheet')
    return (
      <RecoverySheet
        drawn={drawn}
        unitName={unitName}
        onBack={() => goTo('choice')}
        onNext={() => goTo('confirm')}
      />
    )
  return (
    <ConfirmWords
      halves={drawn.halves}
      finish={finish}
      busy={busy}
      onBack={() => goTo('sheet')}
      onNext={onConfirmed}
    />
  )
}
