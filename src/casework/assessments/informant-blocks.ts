import type { Consent } from '../consents/consent.ts'
import { type Block, blockIf } from '../records/block.ts'
import type { Rater } from './assessment.ts'

export type InformantBlock = 'INFORMANT_INCOMPLETE' | 'BASIS_NOT_ON_RECORD'

/**
 * What stands in the way of asking somebody about a client: who it is, what they are asked for and on what ground is on record
 * before they begin, and the ground is the consent to assessment that stands (null for none). A guardian tells of
 * their ward on their own ground.
 */
export function informantBlocks(
  rater: Extract<Rater, { kind: 'informant' }>,
  consent: Pick<Consent, 'givenBy'> | null,
): Block<InformantBlock>[] {
  const missing = (['who', 'purpose', 'basis'] as const).find((field) => rater[field] === undefined)
  if (missing !== undefined) return [{ code: 'INFORMANT_INCOMPLETE', detail: { field: missing } }]
  const givenBy = consent?.givenBy ?? null
  return [
    ...blockIf(
      rater.basis === 'clientAgreed' && givenBy !== 'self' && givenBy !== 'both',
      'BASIS_NOT_ON_RECORD',
    ),
    ...blockIf(
      rater.basis === 'guardianAgreed' && givenBy !== 'guardian' && givenBy !== 'both',
      'BASIS_NOT_ON_RECORD',
    ),
  ]
}
