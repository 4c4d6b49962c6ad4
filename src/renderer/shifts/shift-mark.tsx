import { useTranslation } from 'react-i18next'
import type { HandOverState } from '../../casework/shifts/hand-over-course.ts'
import type { ShiftState } from '../../casework/shifts/shift-course.ts'

const ofShift: Record<ShiftState, string> = {
  unopened: '○',
  emergency: '◐',
  open: '●',
  handingOver: '◐',
  closed: '–',
}
const ofSheet: Record<HandOverState, string> = { composed: '○', given: '◐', taken: '✓', withdrawn: '×' }

/** How a shift stands, in words with a sign beside them. */
export function ShiftMark({ state }: { state: ShiftState }) {
  const { t } = useTranslation('shifts')
  return (
    <span className={`shift-state shift-state-${state}`}>
      <span aria-hidden>{ofShift[state]}</span> {t(`state.${state}`)}
    </span>
  )
}

/** How a hand-over sheet stands. */
export function SheetMark({ state }: { state: HandOverState }) {
  const { t } = useTranslation('shifts')
  return (
    <span className={`shift-state sheet-state-${state}`}>
      <span aria-hidden>{ofSheet[state]}</span> {t(`sheetState.${state}`)}
    </span>
  )
}
