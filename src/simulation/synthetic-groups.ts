import type { Client } from '../casework/clients/client.ts'
import type { Guardian } from '../casework/clients/guardian.ts'
import { ageOn } from '../casework/records/age.ts'
import { adultFrom, elderFrom } from './synthetic-person.ts'

export const ownConsentFrom = 14

/** Of a child or pupil: known to be a pupil, and one in three left behind by migrating parents. */
const childTags = (number: number): string[] =>
  number % 3 === 0 ? ['student', 'leftBehindChild'] : ['student']
const elderTags = (number: number): string[] =>
  number % 2 === 0 ? ['elderly', 'leftBehindElderly'] : ['elderly']
const adultTags: readonly string[][] = [
  [],
  ['carer'],
  [],
  ['migrantWorker'],
  ['longTermIllness'],
  [],
  ['highStressJob'],
]

const guardians: readonly Guardian[] = [
  { name: '示例母亲', relation: 'mother', phone: '000-0000-0101' },
  { name: '示例父亲', relation: 'father', phone: null },
  { name: '示例奶奶', relation: 'grandparent', phone: '000-0000-0103' },
]

/** The groups a synthetic person belongs to by age, and who decides for a child: told by the number, without chance. */
export function syntheticGroups(
  number: number,
  birthDate: string | null,
  day: string,
): Pick<Client, 'tags' | 'guardian'> {
  const age = ageOn(birthDate, day)
  if (age === null) return {}
  const tags =
    age < adultFrom
      ? childTags(number)
      : age >= elderFrom
        ? elderTags(number)
        : (adultTags[number % adultTags.length] ?? [])
  const guardian = age < ownConsentFrom ? guardians[number % guardians.length] : undefined
  return { ...(tags.length === 0 ? {} : { tags }), ...(guardian === undefined ? {} : { guardian }) }
}
