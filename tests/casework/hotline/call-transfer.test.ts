import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crisisEpisodeSchema } from '../../../src/casework/crisis/crisis-episode.ts'
import { callFields } from '../../../src/casework/hotline/call-fields.ts'
import {
  callTransferSchema,
  movedSchema,
  partsIn,
  type TransferGround,
} from '../../../src/casework/hotline/call-transfer.ts'
import { emergencyParts, partOf, transferParts } from '../../../src/casework/hotline/call-transfer-parts.ts'
import {
  clientFromCall,
  episodeStepsFromCall,
  movedOf,
} from '../../../src/casework/hotline/case-from-call.ts'
import { began, callStep, fullAnswers, quietCallOf, riskCallOf, worker } from '../call-records.ts'
import { episodeOf } from '../course-records.ts'
import { idOf } from '../records.ts'

const told = riskCallOf({
  alias: '示例小安',
  sex: 'female',
  ageBand: '18to39',
  area: '示例镇',
  topics: ['family'],
  disposition: 'linkedToHelp',
  answers: {
    ...fullAnswers,
    relation: { answer: 'noted', said: '示例：姐姐' },
    signs: { answer: 'noted', said: '示例' },
  },
  steps: [callStep('acted')],
})
const number = '13900000000'
const agreed = (parts: TransferGround['parts']): TransferGround => ({
  kind: 'agreed',
  parts,
  said: '示例：可以',
})
const transferOf = (ground: TransferGround, moved = movedOf(told, ground, number)) => ({
  callId: idOf(70),
  callAt: began,
  sentBy: worker,
  sentAt: began,
  ground,
  moved,
  answer: null,
})

describe('a call on its way into a file', () => {
  it('takes along what was agreed, whatever was, and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...transferParts], { minLength: 1 }), (parts) => {
        const moved = movedOf(told, { parts }, number)
        expect(partsIn(moved)).toEqual(transferParts.filter((part) => parts.includes(part)))
        expect(callTransferSchema.safeParse(transferOf(agreed(parts))).success).toBe(true)
        const text = JSON.stringify(moved)
        for (const [part, telling] of [
          ['person', '示例小安'],
          ['number', number],
          ['concern', '示例：不想活了'],
          ['danger', '药在抽屉里'],
          ['whereabouts', '示例镇示例路'],
          ['others', '姐姐'],
          ['help', 'stayedOnLine'],
        ] as const)
          expect(text.includes(telling), part).toBe(parts.includes(part))
      }),
    )
  })

  it('cannot be stored with more than was agreed', () => {
    const all = movedOf(told, { parts: [...transferParts] }, number)
    for (const part of transferParts) {
      const parts = transferParts.filter((one) => one !== part)
      expect(callTransferSchema.safeParse(transferOf(agreed(parts), all)).success, part).toBe(false)
    }
    const signs = { ...all, answers: { ...all.answers, signs: { answer: 'noted' as const, said: '示例' } } }
    expect(callTransferSchema.safeParse(transferOf(agreed([...transferParts]), signs)).success).toBe(false)
  })

  it('in an emergency leaves their story where it was told', () => {
    const emergency = (parts: TransferGround['parts']): TransferGround => ({
      kind: 'emergency',
      parts,
      because: '示例：有生命危险',
    })
    expect(callTransferSchema.safeParse(transferOf(emergency([...emergencyParts]))).success).toBe(true)
    expect(callTransferSchema.safeParse(transferOf(emergency([...transferParts]))).success).toBe(false)
  })

  it('has a place for every field, or leaves it with the call', () =>
    expect(Object.keys(partOf).toSorted()).toEqual([...callFields].toSorted()))
})

describe('a file', () => {
  it('begins with the name they chose, and no more than moved', () => {
    const moved = movedOf(told, { parts: ['person'] }, number)
    expect(clientFromCall(moved)).toEqual({ alias: '示例小安', sex: 'female' })
    expect(clientFromCall(movedOf(quietCallOf(), { parts: ['person', 'number'] }, null))).toEqual({})
  })

  it('begins a crisis with what was found, so that nobody tells their story twice', () => {
    const moved = movedOf(told, { parts: ['danger'] }, null)
    const steps = episodeStepsFromCall({ moved, callAt: began, sentBy: worker }, '示例：来电里说到')
    const episode = episodeOf(steps, { from: { kind: 'call', callId: idOf(70) } })
    expect(crisisEpisodeSchema.safeParse(episode).success).toBe(true)
    expect(steps.map(({ kind }) => kind)).toEqual(['interviewed', 'explored', 'levelSet'])
    expect(steps[1]).toMatchObject({
      found: {
        plan: { answer: 'yes' },
        means: { answer: 'yes', said: '示例：药在抽屉里' },
        recentAttempt: { answer: 'no' },
      },
    })
  })

  it('begins none where no danger was told of, or it was not to move', () => {
    const none = (call: typeof told, parts: TransferGround['parts']) =>
      episodeStepsFromCall(
        { moved: movedOf(call, { parts }, null), callAt: began, sentBy: worker },
        '示例：来电',
      )
    expect(none(quietCallOf(), ['danger'])).toEqual([])
    expect(none(told, ['person'])).toEqual([])
    expect(movedSchema.safeParse(movedOf(told, { parts: ['person'] }, null)).success).toBe(true)
  })
})
