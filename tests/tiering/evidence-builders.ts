import type { Evidence } from '../../src/tiering/evidence.ts'

type Of<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>

let made = 0
const id = () => `evidence-${++made}`

export const scored = (
  instrument: string,
  value: number,
  at: string,
  band: string | null = null,
): Of<'score'> => ({ kind: 'score', id: id(), instrument, scale: 'total', value, band, at })

export const changed = (
  instrument: string,
  course: Of<'change'>['course'],
  at: string,
  more: Partial<Of<'change'>> = {},
): Of<'change'> => ({
  kind: 'change',
  id: id(),
  instrument,
  scale: 'total',
  value: 9,
  course,
  points: 6,
  since: '2026-11-01T02:00:00.000Z',
  at,
  ...more,
})

export const found = (
  finding: Of<'criticalItem'>['finding'],
  at: string,
  item = 'q9',
  instrument = item === 'q9' ? 'phq-9' : 'behaviour-clues',
): Of<'criticalItem'> => ({ kind: 'criticalItem', id: id(), instrument, item, finding, at })

export const told = (
  question: Of<'interview'>['question'],
  answer: Of<'interview'>['answer'],
  at: string,
): Of<'interview'> => ({ kind: 'interview', id: id(), question, answer, at })

export const clue = (finding: Of<'clue'>['finding'], at: string): Of<'clue'> => ({
  kind: 'clue',
  id: id(),
  finding,
  at,
})
