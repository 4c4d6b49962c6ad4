import { expect, it } from 'vitest'
import { clientSchema } from '../../../src/casework/clients/client.ts'
import { draftOf, formValuesOf } from '../../../src/renderer/clients/client-form-values.ts'
import { clientOf } from '../../casework/records.ts'

const guardian = { name: '示例监护人', relation: 'mother', phone: '000-0000-0000' } as const

it.each([
  [
    'a name alone',
    { name: '示例甲' },
    { name: '示例甲', birthDate: null, sex: null, township: null, phone: null },
  ],
  [
    'an alias alone',
    { name: ' ', alias: ' 示例小甲 ', sex: 'unknown' },
    { name: null, alias: '示例小甲', birthDate: null, sex: null, township: null, phone: null },
  ],
  [
    'everything',
    {
      name: '示例甲',
      birthDate: '2019-05-06',
      sex: 'female',
      township: '990101101',
      phone: '000',
      tags: ['student'],
      guardianName: '示例监护人',
      guardianRelation: 'mother',
      guardianPhone: '000-0000-0000',
    },
    {
      name: '示例甲',
      birthDate: '2019-05-06',
      sex: 'female',
      township: '990101101',
      phone: '000',
      tags: ['student'],
      guardian,
    },
  ],
] as const)('%s is saved as it was written, and nothing is made of empty fields', (_, values, draft) => {
  expect(draftOf({ ...values, tags: [...('tags' in values ? values.tags : [])] })).toEqual(draft)
})

it('what is shown in the form and saved again is the same', () => {
  for (const more of [{}, { name: null, alias: '示例' }, { tags: ['student', 'elderly'], guardian }]) {
    const { fileNumber, registeredAt, registeredBy, ...known } = clientOf(more)
    const draft = draftOf(formValuesOf(clientOf(more)))
    expect(draft).toEqual(known)
    expect(clientSchema.safeParse({ ...draft, fileNumber, registeredAt, registeredBy }).success).toBe(true)
  }
})
