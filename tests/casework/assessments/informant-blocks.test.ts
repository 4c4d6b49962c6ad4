import { describe, expect, it } from 'vitest'
import type { Rater } from '../../../src/casework/assessments/assessment.ts'
import { informantBlocks } from '../../../src/casework/assessments/informant-blocks.ts'

const told = {
  kind: 'informant',
  relation: '示例母亲',
  who: '示例知情人',
  purpose: '示例：了解在家的情况',
  basis: 'guardianAgreed',
} as const satisfies Rater
const codes = (...of: Parameters<typeof informantBlocks>) => informantBlocks(...of).map(({ code }) => code)

describe('somebody who tells of a client', () => {
  it.each(['who', 'purpose', 'basis'] as const)('does not begin while %s is not on record', (field) => {
    const { [field]: _, ...rest } = told
    expect(informantBlocks(rest, { givenBy: 'guardian' })).toEqual([
      { code: 'INFORMANT_INCOMPLETE', detail: { field } },
    ])
  })

  it('is asked on the ground that is on record', () => {
    const ground = (basis: 'clientAgreed' | 'guardianAgreed' | 'isGuardian') => ({ ...told, basis })
    for (const givenBy of ['self', 'both'] as const)
      expect(codes(ground('clientAgreed'), { givenBy })).toEqual([])
    for (const givenBy of ['guardian', 'both'] as const)
      expect(codes(ground('guardianAgreed'), { givenBy })).toEqual([])
    expect(codes(ground('clientAgreed'), { givenBy: 'guardian' })).toEqual(['BASIS_NOT_ON_RECORD'])
    expect(codes(ground('guardianAgreed'), { givenBy: 'self' })).toEqual(['BASIS_NOT_ON_RECORD'])
    expect(codes(ground('clientAgreed'), null)).toEqual(['BASIS_NOT_ON_RECORD'])
    expect(codes(ground('isGuardian'), { givenBy: 'guardian' })).toEqual([])
  })
})
