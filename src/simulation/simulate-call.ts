import { ageBands } from '../casework/age.ts'
import {
  type CallAction,
  type DangerEnquiry,
  dispositions,
  type HotlineCall,
  specialCallKinds,
} from '../casework/hotline-call.ts'
import { suggestedResponseLevel } from '../casework/suggested-response-level.ts'
import { addDays, dayOf, instantAt } from '../tiering/calendar.ts'
import type { Random } from './random.ts'

/** What a call is about, before chance fills in the rest. */
export interface CallPlan {
  day: string
  callType: HotlineCall['callType']
  worker: string
  /** What the caller says about danger; left to chance when null. */
  danger: DangerEnquiry | null
}

const concerns = [
  '示例：最近睡不好，担心孩子的学习。',
  '示例：和家里人吵架后心里难受，想说一说。',
  '示例：一个人在外打工，压力大，提不起精神。',
  '示例：照顾生病的老人，觉得很累。',
  '示例：想了解哪里可以看心理门诊。',
] as const
const riskConcern = '示例：说活着没有意思，反复提到不想活下去。'
/** Most call in the evening: hours of the day, as often as they are likely; nobody is still calling at midnight. */
const hours = [1, 8, 9, 10, 11, 14, 15, 16, 18, 19, 19, 20, 20, 20, 21, 21, 21, 22, 22] as const

/** One ended call; a follow-up that was due before `until` (a day) has been done. */
export function simulateCall(plan: CallPlan, until: string, random: Random): HotlineCall {
  const { day, callType, worker } = plan
  const start = random.pick(hours) * 60 + random.int(0, 35)
  const length = callType === 'suicideRisk' ? random.int(25, 70) : random.int(6, 40)
  const endedAt = instantAt(day, start + length)
  const specialKind = callType === 'special' ? random.pick(specialCallKinds) : null
  const danger = plan.danger ?? dangerOf(callType, specialKind, random)
  const strong = danger.asked === 'yes' && danger.answer !== 'none'
  const ideation = strong ? random.int(15, 65) : callType === 'suicideRisk' ? 0 : null
  const hopelessness = callType === 'suicideRisk' ? random.int(20, 75) : null
  const responseLevel = suggestedResponseLevel({ danger, ideation, hopelessness })
  const followUpDue = strong ? instantAt(addDays(day, responseLevel === 'atOnce' ? 1 : 3), 10 * 60) : null
  return {
    startedAt: instantAt(day, start),
    endedAt,
    worker,
    callerRole: specialKind === 'thirdParty' ? 'thirdParty' : specialKind === 'silent' ? 'unknown' : 'self',
    alias: random.chance(0.3) ? `示例${random.int(1, 40)}号` : '',
    sex: random.chance(0.8) ? random.pick(['female', 'male']) : null,
    ageBand: specialKind === 'minor' ? '14to17' : random.chance(0.7) ? random.pick(ageBands) : null,
    callType,
    specialKind,
    concern: callType === 'suicideRisk' ? riskConcern : random.pick(concerns),
    danger,
    ideation,
    hopelessness,
    responseLevel,
    actions: actionsOf(responseLevel, endedAt),
    disposition: strong
      ? random.pick(['calmerEndedTogether', 'handedOver', 'linkedToHelp'])
      : random.pick(dispositions),
    followUpDue,
    followUp:
      followUpDue !== null && dayOf(followUpDue) < until
        ? { doneBy: worker, doneAt: followUpDue, entry: '示例：已回访，本人情绪平稳，家人陪伴在旁。' }
        : null,
  }
}

function dangerOf(
  callType: HotlineCall['callType'],
  specialKind: HotlineCall['specialKind'],
  random: Random,
): DangerEnquiry {
  if (specialKind === 'silent') return { asked: 'no', why: '示例：来电者一直没有说话。' }
  if (callType === 'suicideRisk')
    return { asked: 'yes', answer: random.pick(['thoughts', 'thoughts', 'thoughts', 'plan', 'acting']) }
  return { asked: 'yes', answer: 'none' }
}

function actionsOf(level: HotlineCall['responseLevel'], at: string): CallAction[] {
  const action = (kind: CallAction['kind'], state: CallAction['state'], note: string): CallAction => ({
    kind,
    state,
    at,
    note,
  })
  if (level === 'atOnce')
    return [
      action('stayedOnLine', 'verified', '示例：一直保持通话。'),
      action('meansMadeSafe', 'done', '示例：家人已把农药收走。'),
      action('familyInformed', 'verified', '示例：家人已到身边。'),
      action('supervisorInformed', 'done', ''),
    ]
  if (level === 'today') return [action('supervisorInformed', 'done', ''), action('referred', 'intended', '')]
  return []
}
