import type { Evidence } from '../../src/tiering/evidence.ts'

type Score = Extract<Evidence, { kind: 'score' }>
type CriticalItem = Extract<Evidence, { kind: 'criticalItem' }>

let made = 0
const id = () => `evidence-${++made}`

export const scored = (instrument: string, value: number, at: string, band: string | null = null): Score => ({
  kind: 'score',
  id: id(),
  instrument,
  scale: 'total',
  value,
  band,
  at,
})

export const found = (
  finding: CriticalItem['finding'],
  at: string,
  item = 'q9',
  instrument = item === 'q9' ? 'phq-9' : 'behaviour-clues',
): CriticalItem => ({
  kind: 'criticalItem',
  id: id(),
  instrument,
  item,
  finding,
  at,
})
