/** What a column may tell of a person. */
export const listFields = [
  'name',
  'alias',
  'birthDate',
  /** Read for birth date and sex, and never kept. */
  'idNumber',
  'sex',
  'township',
  'phone',
  'tags',
  'guardianName',
  'guardianRelation',
  'guardianPhone',
] as const
export type ListField = (typeof listFields)[number]

/** Fields that may stand once for several people below each other; all others tell one person from the next. */
export const sharedFields: readonly ListField[] = [
  'township',
  'tags',
  'guardianName',
  'guardianRelation',
  'guardianPhone',
]
