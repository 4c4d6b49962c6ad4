/** What the law wants looked at for every processing, in the order of the page. */
export const impactFields = [
  'purpose',
  'basis',
  'necessity',
  'information',
  'keeping',
  'effect',
  'measures',
] as const
export const remainingRisks = ['low', 'medium', 'high'] as const
export const conclusions = ['goOn', 'goOnWithMeasures', 'stop'] as const
