/** What instruments are about, in the order they are offered; what a room took in itself stands last. */
export const subjects = [
  'mood',
  'worry',
  'wellbeing',
  'safety',
  'stress',
  'alcohol',
  'young',
  'older',
  'living',
  'other',
] as const
export type Subject = (typeof subjects)[number]

const instruments: Partial<Record<Subject, readonly string[]>> = {
  mood: ['phq-9', 'phq-8', 'phq-2', 'phq-4', 'ces-d', 'ham-d'],
  worry: ['gad-7', 'gad-2', 'pswq'],
  wellbeing: ['who-5', 'k10', 'k6', 'srq-20', 'phq-15', 'rses', 'brief-cope'],
  safety: ['asq', 'behaviour-clues', 'danger-level', 'illness-class'],
  stress: ['pc-ptsd-5', 'pcl-5'],
  alcohol: ['audit', 'audit-c', 'fast', 'cage'],
  young: ['psc-35', 'psc-17', 'y-psc'],
  older: ['gds-15', 'adl-elder', 'slums'],
  living: ['social-function'],
}

export const subjectOf = (instrument: string, kind: 'scale' | 'observation'): Subject =>
  subjects.find((subject) => instruments[subject]?.includes(instrument)) ??
  (kind === 'observation' ? 'living' : 'other')

/** Place of an instrument among those of its subject; what a room took in itself stands last. */
export const placeOf = (instrument: string): number => {
  const place = order.indexOf(instrument)
  return place === -1 ? order.length : place
}
const order = Object.values(instruments).flat()
