import { hoursAfter } from '../casework/crisis/crisis-follow-ups.ts'
import { callEnd } from '../casework/hotline/call-blocks.ts'
import { callQuestionNames } from '../casework/hotline/call-fields.ts'
import { levelSuggestion } from '../casework/hotline/call-level-suggestion.ts'
import { callForm } from '../casework/hotline/call-missing.ts'
import { specialCallKinds } from '../casework/hotline/call-types.ts'
import { type DangerEnquiry, dispositions, type HotlineCall } from '../casework/hotline/hotline-call.ts'
import { sixSteps, talkBegins } from '../casework/hotline/six-steps.ts'
import { ageBands } from '../casework/records/age.ts'
import type { Random } from './random.ts'
import { helpInCall } from './simulate-call-help.ts'
import type { HotlineSetting } from './simulated-room.ts'
import { syntheticCallAnswers } from './synthetic-call-answers.ts'
import { takeCallSteps } from './take-call-steps.ts'

/** What a call is about, before chance fills in the rest. */
export interface CallPlan {
  startedAt: string
  callType: HotlineCall['callType']
  worker: string
  /** What the caller says of danger, who then agrees to be called back; left to chance when null. */
  danger: DangerEnquiry | null
}

type Concern = readonly [NonNullable<HotlineCall['topics']>[number], string]
const concerns: readonly [Concern, ...Concern[]] = [
  ['sleep', '示例：最近睡不好，担心孩子的学习。'],
  ['family', '示例：和家里人吵架后心里难受，想说一说。'],
  ['work', '示例：一个人在外打工，压力大，提不起精神。'],
  ['illness', '示例：照顾生病的老人，觉得很累。'],
  ['information', '示例：想了解哪里可以看心理门诊。'],
]
const riskConcern = '示例：说活着没有意思，反复提到不想活下去。'
/** Whoever calls again and again goes by one of the first aliases. */
const [aliases, frequent] = [40, 3] as const

/** One call, from the ringing of the phone to its end; what is done after it follows in `simulateCallCare`. */
export function simulateCall(plan: CallPlan, setting: HotlineSetting, random: Random): HotlineCall {
  const minutes = plan.callType === 'suicideRisk' ? random.int(25, 70) : random.int(6, 40)
  const call = spoken(plan, setting, random)
  const helped = takeCallSteps(call, helpInCall(call), setting)
  const ended = callEnd(
    helped,
    { by: plan.worker, at: hoursAfter(plan.startedAt, minutes / 60) },
    setting.callRules,
  )
  return takeCallSteps(helped, [ended], setting)
}

/** What was said in a call, and how soon help should come. */
function spoken(
  { startedAt, callType, worker, danger: fixed }: CallPlan,
  { callRules }: HotlineSetting,
  random: Random,
): HotlineCall {
  const specialKind = callType === 'special' ? random.pick(specialCallKinds) : null
  const danger = fixed ?? dangerOf(callType, specialKind, random)
  const told = danger.asked === 'yes' ? danger.answer : null
  const strong = told !== null && told !== 'none'
  const isSilent = specialKind === 'silent'
  const [topic, concern] = random.pick(concerns)
  const asked: HotlineCall = {
    startedAt,
    endedAt: null,
    worker,
    callerRole: specialKind === 'thirdParty' ? 'thirdParty' : isSilent ? 'unknown' : 'self',
    alias: isSilent ? '' : aliasOf(specialKind, random),
    sex: !isSilent && random.chance(0.8) ? random.pick(['female', 'male']) : null,
    ageBand:
      specialKind === 'minor' ? '14to17' : !isSilent && random.chance(0.7) ? random.pick(ageBands) : null,
    callType,
    specialKind,
    concern: isSilent ? '' : strong ? riskConcern : concern,
    danger,
    ideation: strong ? random.int(15, 65) : null,
    hopelessness: strong ? random.int(20, 75) : null,
    distress: isSilent ? null : random.int(20, 80),
    responseLevel: null,
    actions: [],
    disposition: strong
      ? random.pick(['calmerEndedTogether', 'handedOver', 'linkedToHelp'])
      : random.pick(dispositions),
    followUpDue: null,
    followUp: null,
    channel: random.pick(['incoming', 'incoming', 'incoming', 'callBack', 'message']),
    seat: random.int(1, 2),
    topics: isSilent ? [] : strong ? ['suicide'] : [topic],
    sixSteps: strong ? { at: 'commitment', covered: [...sixSteps] } : talkBegins,
    steps: [],
  }
  const form = callForm(asked, callRules).map(({ field }) => field)
  const questions = callQuestionNames.filter((name) => form.includes(name))
  const answers = syntheticCallAnswers(questions, told, random)
  if (fixed !== null) answers.callBack = { answer: 'agreed', said: '' }
  const { level } = levelSuggestion({ ...asked, answers }, callRules.response)
  return { ...asked, answers, responseLevel: level }
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

const aliasOf = (specialKind: HotlineCall['specialKind'], random: Random): string => {
  if (specialKind === 'repeated') return syntheticAlias(random.int(1, frequent))
  return random.chance(0.3) ? syntheticAlias(random.int(1, aliases)) : ''
}
const syntheticAlias = (number: number): string => `示例${number}号`
