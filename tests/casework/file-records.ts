import privacy from '../../resources/privacy-rules.json' with { type: 'json' }
import working from '../../resources/working-rules.json' with { type: 'json' }
import type { GroupMeeting } from '../../src/casework/activities/group-course.ts'
import type { OutreachActivity } from '../../src/casework/activities/outreach.ts'
import type { Appointment } from '../../src/casework/appointments/appointment.ts'
import type { RetestPlan } from '../../src/casework/assessments/retest-plan.ts'
import type { Clue } from '../../src/casework/clues/clue.ts'
import type { Disclosure } from '../../src/casework/disclosures/disclosure.ts'
import type { MandatoryReport, MandatoryReportStep } from '../../src/casework/disclosures/mandatory-report.ts'
import type { MandatoryReportStepKind } from '../../src/casework/disclosures/mandatory-report-course.ts'
import type { FollowUp } from '../../src/casework/follow-ups/follow-up.ts'
import type { SessionNote } from '../../src/casework/notes/session-note.ts'
import { readPrivacyRules } from '../../src/casework/privacy/privacy-rules.ts'
import type { RightsRequest } from '../../src/casework/privacy/rights-request.ts'
import type { Referral } from '../../src/casework/referrals/referral.ts'
import type { StaffProfile } from '../../src/casework/staff/staff-profile.ts'
import { readWorkingRules } from '../../src/casework/unit/working-rules.ts'
import { given } from '../support/outcome.ts'
import { idOf } from './records.ts'

export const privacyRules = given(readPrivacyRules(privacy))
export const workingRules = given(readWorkingRules(working))

const me = idOf(900)
const client = idOf(1)

export const appointmentOf = (more: Partial<Appointment> = {}): Appointment => ({
  clientId: client,
  staffId: me,
  startsAt: '2026-11-23T01:00:00.000Z',
  minutes: 50,
  kind: 'session',
  place: '示例咨询室',
  note: '',
  steps: [],
  ...more,
})

export const followUpOf = (more: Partial<FollowUp> = {}): FollowUp => ({
  clientId: client,
  due: '2026-11-30',
  why: { kind: 'person', note: '示例' },
  plannedBy: me,
  plannedAt: '2026-11-20T02:00:00.000Z',
  result: null,
  cancelled: null,
  ...more,
})

export const retestPlanOf = (more: Partial<RetestPlan> = {}): RetestPlan => ({
  clientId: client,
  instruments: ['phq-9'],
  battery: null,
  everyWeeks: 4,
  from: '2026-12-01',
  plannedBy: me,
  plannedAt: '2026-11-20T02:00:00.000Z',
  ended: null,
  ...more,
})

export const referralOf = (more: Partial<Referral> = {}): Referral => ({
  clientId: client,
  receiver: { kind: 'hospital', name: '示例医院', contact: '' },
  urgency: 'planned',
  question: '示例：请评估',
  told: '',
  consent: idOf(30),
  writtenBy: me,
  writtenAt: '2026-11-20T02:00:00.000Z',
  steps: [],
  ...more,
})

export const noteOf = (more: Partial<SessionNote> = {}): SessionNote => ({
  clientId: client,
  appointment: null,
  heldAt: '2026-11-20T02:00:00.000Z',
  minutes: 60,
  mode: 'inRoom',
  writtenBy: me,
  content: { form: 'DAP', data: '示例内容', assessment: '', plan: '' },
  signedAt: null,
  addenda: [],
  ...more,
})

export const clueOf = (more: Partial<Clue> = {}): Clue => ({
  clientId: client,
  assessmentId: null,
  source: '示例邻居',
  told: '示例：最近不出门',
  receivedBy: me,
  receivedAt: '2026-11-01T02:00:00.000Z',
  expires: '2026-12-01',
  outcome: null,
  ...more,
})

export const disclosureOf = (more: Partial<Disclosure> = {}): Disclosure => ({
  clientId: client,
  what: { kind: 'words' },
  fileHash: null,
  recipient: '示例派出所',
  basis: 'savingLife',
  purpose: '示例：找到本人',
  consent: null,
  disclosedBy: me,
  disclosedAt: '2026-11-20T02:00:00.000Z',
  fields: ['name', 'whereabouts', 'risk'],
  authorised: { kind: 'self' },
  clientTold: [{ state: 'notYet', by: me, at: '2026-11-20T02:00:00.000Z', because: '示例：还没找到本人' }],
  ...more,
})

export const rightsRequestOf = (more: Partial<RightsRequest> = {}): RightsRequest => ({
  clientId: client,
  fileNumber: '2026-0001',
  asked: 'copy',
  askedBy: 'self',
  askedOn: '2026-11-02',
  answerBy: '2026-11-17',
  words: '示例：我想看看自己的记录',
  recordedBy: me,
  recordedAt: '2026-11-02T02:00:00.000Z',
  checks: [],
  answer: null,
  lifted: null,
  ...more,
})

export const reportOf = (
  steps: readonly MandatoryReportStep[] = [],
  more: Partial<MandatoryReport> = {},
): MandatoryReport => ({
  duty: 'minorHarm',
  clientId: client,
  about: '',
  learnedBy: me,
  learnedAt: '2026-11-20T02:00:00.000Z',
  steps: [...steps],
  ...more,
})

/** One step of each kind, with all it has to say. */
export const reportStep = (
  kind: MandatoryReportStepKind,
  at = '2026-11-20T02:30:00.000Z',
): MandatoryReportStep => {
  const taken = { by: me, at }
  const outside = { kind: 'outside', name: '示例督导', day: '2026-11-20' } as const
  const steps: Record<MandatoryReportStepKind, MandatoryReportStep> = {
    safetySeen: { kind: 'safetySeen', ...taken, danger: 'notNow', done: '示例：孩子在室里' },
    described: {
      kind: 'described',
      ...taken,
      signs: ['injury'],
      source: 'seenHere',
      facts: '示例：手臂上有三处青紫，孩子说是摔的',
      inference: '',
      suspected: 'unknown',
    },
    consulted: { kind: 'consulted', ...taken, whom: outside, advice: '示例：先报告' },
    dutyFound: { kind: 'dutyFound', ...taken, because: '示例：不满十八周岁' },
    noDuty: { kind: 'noDuty', ...taken, whom: outside, because: '示例：核实是运动受伤，教练在场' },
    reported: {
      kind: 'reported',
      ...taken,
      when: at,
      office: 'police',
      person: '示例民警',
      way: 'phone',
      receipt: '',
      disclosure: idOf(40),
    },
    familyTold: { kind: 'familyTold', ...taken, told: 'notTold', because: '示例：可能就是家人' },
    answered: { kind: 'answered', ...taken, from: '示例民警', said: '示例：已立案' },
    closed: { kind: 'closed', ...taken, because: '示例：已移交' },
    reopened: { kind: 'reopened', ...taken, because: '示例：又有新伤' },
  }
  return steps[kind]
}

export const meetingOf = (
  present: GroupMeeting['present'],
  more: Partial<GroupMeeting> = {},
): GroupMeeting => ({
  startsAt: '2026-11-20T06:00:00.000Z',
  minutes: 90,
  theme: '',
  leaders: [me],
  present,
  feedback: null,
  incidents: '',
  ...more,
})

export const outreachOf = (more: Partial<OutreachActivity> = {}): OutreachActivity => ({
  title: '示例讲座',
  day: '2026-11-10',
  category: 'villages',
  form: 'talk',
  place: '示例村',
  forWhom: '村民',
  audience: 30,
  materials: 50,
  materialNames: '示例折页',
  staff: [me],
  volunteers: 2,
  note: '',
  ...more,
})

export const profileOf = (more: Partial<StaffProfile> = {}): StaffProfile => ({
  name: '示例咨询师',
  staffId: me,
  employment: 'fullTime',
  crisisTeam: true,
  supervises: false,
  qualifications: [],
  training: [],
  struckOut: [],
  note: '',
  leftOn: null,
  ...more,
})
