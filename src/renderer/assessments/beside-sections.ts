/** What an observation record is divided into; its survey's pages carry these names. */
export const sections = ['sleep', 'mood', 'contact', 'daily', 'work', 'safety'] as const
export type Section = (typeof sections)[number]

/**
 * Questions of self-ratings that ask about the same as a section of an observation record, by instrument. A choice of ours, for
 * reading side by side; nothing is computed from it.
 */
const selfRated: Record<Section, Readonly<Record<string, readonly string[]>>> = {
  sleep: { 'phq-9': ['q3'], 'phq-8': ['q3'], 'ces-d': ['q11'], 'srq-20': ['q3'], 'who-5': ['q4'] },
  mood: {
    'phq-9': ['q1', 'q2'],
    'phq-8': ['q1', 'q2'],
    'phq-2': ['q1', 'q2'],
    'gad-7': ['q2', 'q6'],
    'ces-d': ['q6', 'q17'],
    'srq-20': ['q9', 'q10'],
    'who-5': ['q1'],
  },
  contact: { 'ces-d': ['q13', 'q14'] },
  daily: { 'phq-9': ['q5'], 'phq-8': ['q5'], 'ces-d': ['q2'], 'srq-20': ['q2'] },
  work: { 'phq-9': ['q7', 'q10'], 'phq-8': ['q7'], 'ces-d': ['q20'], 'srq-20': ['q13'] },
  safety: { 'phq-9': ['q9'], 'srq-20': ['q17'], asq: ['q1', 'q2', 'q3', 'q4', 'q5'] },
}

export const selfRatedItems = (section: Section, instrument: string): readonly string[] =>
  selfRated[section][instrument] ?? []
