import competences from '../../resources/call-competences.json' with { type: 'json' }
import forms from '../../resources/call-forms.json' with { type: 'json' }
import response from '../../resources/call-response-rules.json' with { type: 'json' }
import { hoursAfter } from '../../src/casework/crisis/crisis-follow-ups.ts'
import type { CallAnswers } from '../../src/casework/hotline/call-answers.ts'
import { callEnd } from '../../src/casework/hotline/call-blocks.ts'
import { readCallCompetences } from '../../src/casework/hotline/call-competences.ts'
import { readCallForms } from '../../src/casework/hotline/call-forms.ts'
import { readCallResponseRules } from '../../src/casework/hotline/call-response-rules.ts'
import { checklistName } from '../../src/casework/hotline/call-review.ts'
import type { CallRules } from '../../src/casework/hotline/call-rules.ts'
import type { CallStep } from '../../src/casework/hotline/call-step.ts'
import type { HotlineCall } from '../../src/casework/hotline/hotline-call.ts'
import type { Taking } from '../../src/casework/records/approval-blocks.ts'
import { given } from '../support/outcome.ts'
import { intervals } from './course-records.ts'
import { privacyRules } from './file-records.ts'
import { callOf, idOf } from './records.ts'

/** The rules that come with the program. */
export const callRules: CallRules = {
  forms: given(readCallForms(forms)),
  response: given(readCallResponseRules(response)),
  crisis: intervals.crisis,
  disclosures: privacyRules.disclosures,
  competences: given(readCallCompetences(competences)),
}

/** Who took the call, a colleague at the hotline, a supervisor, and a counsellor who keeps files. */
export const [worker, colleague, supervisor, counsellor] = [900, 901, 910, 920].map(idOf) as [
  string,
  string,
  string,
  string,
]
export const takingOf = (by: string): Taking => ({
  roles: by === supervisor ? ['supervisor'] : by === counsellor ? ['counsellor'] : ['hotline'],
  supervisors: [supervisor],
})
/** At the hotline of a room without a supervisor. */
export const alone: Taking = { roles: ['hotline'], supervisors: [] }

export const began = '2026-11-20T12:00:00.000Z'
/** A moment so many hours after the call began. */
export const hour = (hours: number): string => hoursAfter(began, hours)

const said = ''
export const fullAnswers: CallAnswers = {
  opening: { answer: 'said', said },
  plan: { answer: 'yes', said: '示例：想好了怎么做' },
  means: { answer: 'yes', said: '示例：药在抽屉里' },
  timeFrame: { answer: 'within24h', said: '示例：今晚' },
  history: { answer: 'none', said },
  alone: { answer: 'yes', said },
  place: { answer: 'known', said: '示例镇示例路 1 号' },
  intoxication: { answer: 'unknown', said },
  protection: { answer: 'yes', said: '示例：孩子' },
  safetyPlan: { answer: 'made', said },
  callBack: { answer: 'agreed', said },
}

/** A call with a plan and means, going on, with all its form wants. */
export const riskCallOf = (more: Partial<HotlineCall> = {}): HotlineCall =>
  callOf({
    callType: 'suicideRisk',
    startedAt: began,
    concern: '示例：不想活了',
    danger: { asked: 'yes', answer: 'plan' },
    ideation: 80,
    hopelessness: 85,
    distress: 90,
    responseLevel: 'atOnce',
    answers: fullAnswers,
    steps: [],
    ...more,
  })

/** A call about nothing dangerous, going on, with all its form wants. */
export const quietCallOf = (more: Partial<HotlineCall> = {}): HotlineCall =>
  callOf({
    startedAt: began,
    concern: '示例：睡不好',
    topics: ['sleep'],
    answers: { opening: { answer: 'said', said } },
    steps: [],
    ...more,
  })

type Kind = CallStep['kind']
type Told<Of extends Kind> = Partial<Extract<CallStep, { kind: Of }>>
const inEmergency = { person: '示例接线员', result: '示例：已派车', ground: 'emergency' as const }

const stepsOfKind: { [Of in Kind]: Omit<Extract<CallStep, { kind: Of }>, 'by' | 'at'> } = {
  joined: { kind: 'joined' },
  ended: { kind: 'ended', followUps: [] },
  acted: { kind: 'acted', action: 1, what: 'stayedOnLine', state: 'done', note: '' },
  levelSet: { kind: 'levelSet', level: 'atOnce', because: '示例' },
  consulted: { kind: 'consulted', whom: { kind: 'here' }, advice: '示例' },
  disclosed: {
    kind: 'disclosed',
    told: {
      recipient: '示例急救中心',
      purpose: '示例：救人',
      basis: 'savingLife',
      fields: ['whereabouts'],
      authorised: { kind: 'self' },
      clientTold: [{ state: 'told', by: worker, at: began, note: '' }],
    },
  },
  planned: { kind: 'planned', followUps: intervals.crisis.followUps, because: '示例' },
  followedUp: { kind: 'followedUp', afterHours: 24, reached: true, askedAgain: 'none', note: '示例' },
  handedOver: { kind: 'handedOver', to: colleague, note: '示例' },
  accepted: { kind: 'accepted' },
  declined: { kind: 'declined', because: '示例' },
  escalated: { kind: 'escalated', because: '示例' },
  approved: { kind: 'approved', whom: { kind: 'here' }, note: '示例' },
  added: { kind: 'added', note: '示例：补记' },
  transferred: { kind: 'transferred', transfer: idOf(500) },
  carriedOn: { kind: 'carriedOn', transfer: idOf(500), episode: idOf(600) },
  reviewed: {
    kind: 'reviewed',
    whom: { kind: 'here' },
    checklist: checklistName(callRules.competences),
    points: callRules.competences.points.map(({ id: point }) => ({ point, mark: 'met', note: '' })),
    advice: '示例',
  },
  closed: { kind: 'closed', because: '示例' },
  reopened: { kind: 'reopened', because: '示例' },
}

/** A step of that kind, so many hours after the call began. */
export const callStep = <Of extends Kind>(kind: Of, hours = 0, more: Told<Of> = {}): CallStep =>
  ({ by: worker, at: hour(hours), ...stepsOfKind[kind], ...more }) as CallStep

/** The end of a call as it is, with the follow-ups it asks for. */
export const endOf = (call: HotlineCall, hours = 0.5): CallStep =>
  callEnd(call, { by: worker, at: hour(hours) }, callRules)

/** Everything the guide wants of a call with danger, but for its closing. */
export const lookedAfter = (call: HotlineCall): CallStep[] => [
  callStep('acted', 0.1),
  callStep('acted', 0.2, { action: 2, what: 'ambulance120', linkage: inEmergency }),
  callStep('disclosed', 0.25),
  callStep('acted', 0.3, { state: 'verified' }),
  callStep('acted', 0.4, { action: 2, what: 'ambulance120', state: 'verified', linkage: inEmergency }),
  endOf(call),
  callStep('consulted', 1, { by: supervisor }),
  callStep('handedOver', 2),
  callStep('accepted', 3, { by: colleague }),
  ...[24, 72, 168, 720, 2160].map((afterHours) =>
    callStep('followedUp', afterHours + 1, { by: colleague, afterHours }),
  ),
]
export const closing = callStep('closed', 2162, { by: colleague })
