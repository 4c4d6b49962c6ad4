import { expect, it } from 'vitest'
import { namedIn } from '../../../src/casework/supervision/named-in.ts'

it('whoever stands by name in a record of any kind is found, and how they are reached', () => {
  const named = namedIn(
    { clientId: '0'.repeat(32), guardian: { name: '示例母亲', as: 'mother' }, recipient: '示例医院' },
    [
      {
        peopleToAsk: [{ name: '示例姐姐', phone: '000-0001' }],
        professionals: [{ name: '示例诊室', phone: '' }],
      },
    ],
    { receiver: { kind: 'hospital', name: '示例县医院', contact: '示例分机 12' } },
    {
      steps: [
        { kind: 'accepted', person: '示例医生' },
        { kind: 'feedback', from: '示例主任', advice: '不是名字' },
      ],
    },
    { rater: { kind: 'informant', who: '示例邻居' } },
    { approval: { kind: 'outside', name: '示例督导', day: '2026-11-20' } },
  )
  expect(named).toEqual({
    people: ['示例母亲', '示例姐姐', '示例医生', '示例主任', '示例邻居', '示例督导'],
    places: ['示例医院', '示例诊室', '示例县医院'],
    numbers: ['000-0001', '示例分机 12'],
  })
})

it('what says who it is to nobody else is no name', () => {
  expect(namedIn({ recipient: '本人' }, { peopleToAsk: [{ name: '姐姐', phone: ' ' }] })).toEqual({
    people: [],
    places: [],
    numbers: [],
  })
})
