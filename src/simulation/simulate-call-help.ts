import { hoursAfter } from '../casework/crisis/crisis-follow-ups.ts'
import type { CallStep } from '../casework/hotline/call-step.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'

const minute = 1 / 60
type Acted = Extract<CallStep, { kind: 'acted' }>
type Linkage = NonNullable<Acted['linkage']>

const family: Linkage = {
  person: '示例家属',
  result: '示例：家人已到身边。',
  ground: 'callerAgreed',
}
const ambulance: Linkage = {
  person: '示例接线员',
  result: '示例：已受理，救护车出发。',
  ground: 'emergency',
}

/** What is done while somebody tells of danger, as soon as their answers call for it; nothing in calls without. */
export function helpInCall(call: HotlineCall): CallStep[] {
  const { startedAt, worker: by, responseLevel, danger } = call
  const at = (minutes: number): string => hoursAfter(startedAt, minutes * minute)
  const acted = (
    minutes: number,
    action: number,
    what: Acted['what'],
    state: Acted['state'],
    more: Partial<Pick<Acted, 'note' | 'linkage'>> = {},
  ): Acted => ({ kind: 'acted', by, at: at(minutes), action, what, state, note: '', ...more })

  if (responseLevel === 'atOnce') {
    const held = [
      acted(5, 1, 'stayedOnLine', 'done', { note: '示例：一直保持通话。' }),
      acted(8, 2, 'familyInformed', 'done', { linkage: family }),
      acted(9, 3, 'meansMadeSafe', 'done', { note: '示例：家人已把农药收走。' }),
      acted(16, 2, 'familyInformed', 'verified', { linkage: family }),
      acted(17, 1, 'stayedOnLine', 'verified', { note: '示例：直到家人到身边才结束。' }),
      acted(18, 3, 'meansMadeSafe', 'verified'),
    ]
    if (danger?.asked !== 'yes' || danger.answer !== 'acting') return held
    return [
      ...held.slice(0, 3),
      acted(10, 4, 'ambulance120', 'done', { linkage: ambulance }),
      { kind: 'disclosed', by, at: at(12), told: toldToAmbulance(by, at(12)) },
      ...held.slice(3),
      acted(20, 4, 'ambulance120', 'verified', { linkage: ambulance }),
    ]
  }
  if (danger?.asked === 'yes' && danger.answer !== 'none')
    return [acted(10, 1, 'other', 'done', { note: '示例：一起想好了今晚怎么过，找谁陪。' })]
  return []
}

const toldToAmbulance = (by: string, at: string): Extract<CallStep, { kind: 'disclosed' }>['told'] => ({
  recipient: '示例急救中心',
  purpose: '示例：本人正在伤害自己，请求救护。',
  basis: 'savingLife',
  fields: ['whereabouts', 'risk'],
  authorised: { kind: 'self' },
  clientTold: [{ state: 'told', by, at, note: '示例：通话中已告诉对方。' }],
})
