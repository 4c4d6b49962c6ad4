/** The three ways of a call (心理援助热线技术指南): general, suicide risk, special; and what is special about it. */
export const callTypes = ['general', 'suicideRisk', 'special'] as const
export const specialCallKinds = [
  'silent',
  'repeated',
  'harassing',
  'thirdParty',
  'minor',
  'psychoticExperience',
] as const
