import shippedConsentTexts from '../../../resources/consent-texts.json'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import type { StatisticsQuery } from '../../../src/room/contract/statistics.ts'
import { given } from '../../support/exchange.ts'
import { csvOf } from '../../support/list-of-people.ts'
import { consentOf, draft } from '../casework.ts'
import {
  anHourAgo,
  appointmentOf,
  callEntry,
  callerPlan,
  callersNumber,
  courseOf,
  groupPlan,
  handingOut,
  handOverWords,
  inAMonth,
  noteEntry,
  type Planted,
  referralOf,
  safetyPlan,
  secrets,
  today,
  toldOf,
} from './planted.ts'

/**
 * What comes of asking: `gets`, something of a client stands in the answer, or the command is done; `nothing`, an answer in
 * which there is nothing of anybody; or the code it is refused with.
 */
type Answer = string

/** One query or command about people, as it is asked, and what each role gets. */
export interface Asking<Method extends keyof RoomApi = keyof RoomApi> {
  asks: (
    planted: Planted,
    room: RoomApi,
  ) => Parameters<RoomApi[Method]> | Promise<Parameters<RoomApi[Method]>>
  /** Of counsellor, supervisor, hotline, administrator and coordinator, in this order. */
  answers: readonly [Answer, Answer, Answer, Answer, Answer]
  /** Whether something stands in an answer that names no client. */
  shows?: (answer: unknown) => boolean
}

/** `nobody`: nothing of any client is asked for, changed or told. */
type Permissions = { [Method in keyof RoomApi]?: Asking<Method> | 'nobody' }

const gets = 'gets'
const nothing = 'nothing'
/** What opens with the keys of those who counsel. */
const counselling = [gets, gets, 'NO_KEY', 'NO_KEY', 'NO_KEY'] as const
/** A list of it, in which there is nothing for all others. */
const counsellingList = [gets, gets, nothing, nothing, nothing] as const
/** Who is to come when, without who it is. */
const schedule = [gets, gets, gets, gets, 'NO_KEY'] as const
const scheduleList = [gets, gets, gets, gets, nothing] as const
const hotline = [gets, gets, gets, 'NO_KEY', 'NO_KEY'] as const
const hotlineList = [gets, gets, gets, nothing, nothing] as const
/** Whoever does no casework is told so. */
const casework = [gets, gets, 'ROLE_NEEDED', 'ROLE_NEEDED', 'ROLE_NEEDED'] as const
/** What stands in the way of those who may, whoever they are. */
const barred = (code: string) => [code, code, 'NO_KEY', 'NO_KEY', 'NO_KEY'] as const
/** What was published already is handed out by whoever holds the key to what leaves. */
const exporting = (code: string) => [code, code, 'NO_KEY', code, code] as const
/** At the hotline, of a colleague's. */
const others = (code: string) => [code, code, code, 'NO_KEY', 'NO_KEY'] as const

const notEmpty = (answer: unknown) => Array.isArray(answer) && answer.length > 0
const field = (answer: unknown, name: string): unknown =>
  typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined
const has = (name: string) => (answer: unknown) => notEmpty(field(answer, name))

const words = '示例：照实记下'
const list = () =>
  csvOf([
    ['姓名', '出生日期', '联系电话'],
    // Sounds like somebody who is registered.
    ['示例蜜姓', '1980-05-01', ''],
    ['示例名单新人', '1931-01-01', ''],
  ])
const statisticsOf = (kind: StatisticsQuery['kind']): StatisticsQuery => ({
  kind,
  from: `${today().slice(0, 4)}-01`,
  until: today().slice(0, 7),
  step: 'month',
  rows: 'category',
  unit: 'person',
  sex: null,
  ageBand: null,
  category: null,
  tier: null,
})
const answers = { q1: 1, q2: 1, q3: 1, q4: 1, q5: 1, q6: 1, q7: 1 }

/** Every query and command of a room, in the order they are asked in. */
export const roomPermissions: Permissions = {
  // The day and the caseload.
  today: { asks: () => [], answers: counsellingList },
  listClients: { asks: () => [''], answers: counsellingList },
  findDuplicates: {
    asks: () => [draft({ name: secrets.identity?.[0] ?? '', birthDate: '1980-05-01' })],
    answers: counsellingList,
    shows: notEmpty,
  },
  registerClient: { asks: () => [draft({ name: '示例新来' })], answers: counselling },

  // A list of people.
  openClientList: {
    asks: () => [{ name: '示例名单.csv', bytes: list() }],
    answers: [gets, gets, gets, gets, gets],
  },
  clientListSheet: { asks: () => [{ sheet: 0, headerRow: null }], answers: [gets, gets, gets, gets, gets] },
  planClientList: {
    asks: async (_, room) => {
      const sheet = await room.clientListSheet({ sheet: 0, headerRow: null })
      return [{ sheet: 0, layout: given(sheet).layout }]
    },
    answers: counsellingList,
    shows: has('alike'),
  },
  importClientList: { asks: () => [{ 2: 'known', 3: 'new' }], answers: counselling },

  // One file.
  openClient: { asks: ({ client }) => [client], answers: counselling },
  showName: { asks: ({ client }) => [client], answers: counselling },
  changeClient: {
    asks: ({ twin }) => [{ id: twin, revision: 1, draft: draft({ name: '示例改过' }) }],
    answers: counselling,
  },
  restrictClient: {
    asks: ({ twin }) => [{ id: twin, revision: 2, because: words }],
    answers: counselling,
  },
  fileMerges: { asks: ({ spare }) => [spare], answers: counsellingList },
  undoMerge: { asks: ({ merge }) => [{ id: merge, revision: 1 }], answers: counselling },

  // Consent.
  consentStandings: { asks: ({ client }) => [client], answers: counselling },
  endsWithConsent: { asks: ({ consent }) => [consent], answers: counselling, shows: () => true },
  recordConsent: {
    asks: ({ lowered }) => [
      consentOf(lowered, { purpose: 'casefile', textVersion: shippedConsentTexts.current }),
    ],
    answers: counselling,
  },

  // Assessments and what comes of them.
  startAssessment: {
    asks: ({ client }) => [
      { clientId: client, instrument: 'phq-9', rater: { kind: 'self' }, language: 'zh-CN' },
    ],
    answers: counselling,
  },
  saveAnswers: {
    asks: ({ openAssessment }) => [{ id: openAssessment, revision: 2, answers: { q1: 1 } }],
    answers: counselling,
  },
  finishAssessment: {
    asks: ({ openAssessment }) => [{ id: openAssessment, revision: 3, answers }],
    answers: counselling,
  },
  paperScores: { asks: ({ client }) => [client], answers: counsellingList },
  enterPaperScore: {
    asks: ({ client }) => [
      {
        clientId: client,
        form: 'isi',
        day: '2026-01-06',
        scores: { total: 12 },
        source: '示例医院门诊',
        scoredBy: '示例医生',
        remark: '',
        correction: null,
      },
    ],
    answers: counselling,
  },
  retestPlans: { asks: ({ client }) => [client], answers: counsellingList },
  planRetest: {
    asks: ({ client }) => [
      { clientId: client, instruments: ['gad-7'], battery: null, everyWeeks: 4, from: today() },
    ],
    answers: counselling,
  },
  endRetestPlan: {
    asks: ({ retestPlan }) => [{ id: retestPlan, revision: 1, reason: words }],
    answers: counselling,
  },
  handleAlert: {
    asks: ({ alert }) => [
      { id: alert, revision: 1, handling: { asked: 'confirmed', responseLevel: 'today', entry: words } },
    ],
    answers: counselling,
  },

  openReport: { asks: ({ client }) => [client], answers: counselling },
  notePrinted: { asks: ({ client }) => [{ clientId: client, what: 'results' }], answers: counselling },
  clues: { asks: ({ client }) => [client], answers: counsellingList },
  noteClue: {
    asks: ({ client }) => [{ clientId: client, source: '示例网格员', told: words }],
    answers: casework,
  },
  answerClue: {
    asks: ({ clue }) => [{ id: clue, revision: 1, found: 'notConfirmed', entry: words }],
    answers: casework,
  },

  // Crises and safety plans.
  crisisEpisodes: { asks: ({ client }) => [client], answers: counsellingList },
  openCrisis: {
    asks: ({ lowered }) => [{ clientId: lowered, from: { kind: 'observed', note: words } }],
    answers: casework,
  },
  takeCrisisStep: {
    asks: async ({ client, crisis }, room) => {
      const { episodes } = await room.crisisEpisodes(client)
      const revision = episodes[0]?.episode.revision ?? 1
      return [{ id: crisis, revision, step: { kind: 'levelSet', level: 'today', because: words } }]
    },
    answers: counselling,
  },
  safetyPlans: { asks: ({ client }) => [client], answers: counsellingList },
  makeSafetyPlan: { asks: ({ client }) => [{ clientId: client, plan: safetyPlan(1) }], answers: casework },
  giveSafetyPlan: { asks: ({ safetyPlan: id }) => [{ id, revision: 1 }], answers: counselling },

  // Notes. Drafts belong to whoever wrote them.
  notes: { asks: ({ client }) => [client], answers: counselling },
  note: { asks: ({ draftNote }) => [draftNote], answers: counselling },
  beginNote: {
    asks: ({ client }) => [{ clientId: client, appointment: null, entry: noteEntry() }],
    answers: counselling,
  },
  rewriteNote: {
    asks: ({ draftNote }) => [{ id: draftNote, revision: 1, entry: noteEntry() }],
    answers: barred('NOTE_OF_ANOTHER'),
  },
  signNote: {
    asks: ({ draftNote }) => [{ id: draftNote, revision: 1, entry: noteEntry() }],
    answers: barred('NOTE_OF_ANOTHER'),
  },
  addToNote: {
    asks: ({ signedNote }) => [{ id: signedNote, revision: 2, text: words }],
    answers: counselling,
  },
  privateNotes: {
    asks: ({ client }) => [client],
    answers: [nothing, nothing, nothing, nothing, nothing],
    shows: notEmpty,
  },
  keepPrivateNote: {
    asks: ({ client }) => [{ id: null, revision: 0, clientId: client, text: words }],
    answers: counselling,
  },

  // Appointments: who is to come is a number without a name for the desk.
  appointmentWeek: { asks: () => [today()], answers: scheduleList },
  appointment: { asks: ({ appointment }) => [appointment], answers: schedule },
  clientAppointments: { asks: ({ client }) => [client], answers: scheduleList },
  appointmentClient: { asks: ({ client }) => [client], answers: counsellingList },
  appointmentClashes: {
    asks: ({ client, staff }) => [appointmentOf(client, staff), null],
    answers: scheduleList,
  },
  saveAppointment: {
    asks: ({ staff }) => [
      {
        id: null,
        revision: 0,
        entry: { ...appointmentOf('', staff), clientId: null, note: '' },
        despiteClashes: true,
      },
    ],
    answers: schedule,
  },
  stepAppointment: {
    asks: ({ appointment }) => [{ id: appointment, revision: 1, kind: 'cancelled', note: words }],
    answers: schedule,
  },

  // Supervision and discussions.
  supervisions: { asks: ({ client }) => [client], answers: counsellingList },
  recordSupervision: {
    asks: ({ client }) => [
      {
        clientId: client,
        day: today(),
        supervisor: '示例督导',
        mode: 'single',
        minutes: 50,
        question: words,
        advice: words,
        actions: '',
      },
    ],
    answers: counselling,
  },
  previewDiscussion: {
    asks: ({ client, signedNote }) => [{ clientId: client, question: words, notes: [signedNote], words: [] }],
    answers: counselling,
  },
  releaseDiscussion: {
    asks: ({ client }) => [{ clientId: client, question: words, notes: [], words: [], by: 'file' }],
    answers: counselling,
  },

  // Referrals, and what is handed out.
  referrals: { asks: ({ client }) => [client], answers: counsellingList },
  saveReferral: {
    asks: ({ client }) => [{ id: null, revision: 0, referral: referralOf(client) }],
    answers: casework,
  },
  // It is sent by whoever wrote it, or a supervisor.
  sendReferral: {
    asks: ({ referral }) => [{ ...handingOut(referral, 1), way: 'phone' }],
    answers: ['NOT_THE_WRITER', gets, 'NO_KEY', 'NO_KEY', 'NO_KEY'],
  },
  sendReferralFile: {
    asks: ({ sentReferral, card: { bytes, fingerprint } }) => [
      { ...handingOut(sentReferral, 2), card: bytes, fingerprint },
    ],
    answers: barred('STEP_NOT_OPEN'),
  },
  noteReferral: {
    asks: ({ sentReferral }) => [
      { id: sentReferral, revision: 2, event: { kind: 'accepted', person: '示例医生' } },
    ],
    answers: counselling,
  },
  disclosures: { asks: ({ client }) => [client], answers: counsellingList },
  recordDisclosure: { asks: ({ client }) => [toldOf(client)], answers: counselling },
  noteTelling: {
    asks: ({ disclosure }) => [{ id: disclosure, telling: { state: 'told', note: '' } }],
    answers: counselling,
  },
  exportAssessment: {
    asks: ({ assessment }) => [
      {
        assessmentId: assessment,
        recipient: '本人',
        basis: 'clientCopy',
        purpose: words,
        authorised: { kind: 'self' },
        telling: { state: 'told', note: '' },
        moreBecause: '',
      },
    ],
    answers: counselling,
  },
  mandatoryReports: { asks: () => [], answers: counsellingList },
  openMandatoryReports: {
    asks: ({ client }) => [
      { duties: ['domesticViolence'], clientId: client, about: '', learnedAt: anHourAgo() },
    ],
    answers: counselling,
  },
  takeReportStep: {
    asks: ({ report }) => [{ id: report, step: { kind: 'safetySeen', danger: 'notNow', done: words } }],
    answers: counselling,
  },

  // Follow-ups.
  followUps: { asks: ({ client }) => [client], answers: counsellingList },
  planFollowUp: {
    asks: ({ client }) => [{ clientId: client, due: inAMonth(), note: words }],
    answers: casework,
  },
  noteFollowUp: {
    asks: ({ followUp }) => [
      {
        id: followUp,
        revision: 1,
        result: { mode: 'phone', reached: 'reached', askedAgain: 'none', entry: words },
      },
    ],
    answers: casework,
  },
  cancelFollowUp: {
    asks: async ({ client, followUp }, room) => {
      const { left } = await room.followUps(client)
      return [{ id: left[0]?.id ?? followUp, revision: left[0]?.revision ?? 1, reason: words }]
    },
    answers: casework,
  },

  // Groups. Only those who counsel know who takes part.
  groupCourses: { asks: () => [], answers: counselling, shows: has('courses') },
  groupCourse: { asks: ({ course }) => [course], answers: counselling },
  groupMember: { asks: ({ client }) => [client], answers: casework },
  saveGroupCourse: {
    asks: ({ client, staff }) => [{ id: null, revision: 0, entry: courseOf([client], staff) }],
    answers: casework,
  },
  planGroupSession: {
    asks: ({ course }) => [{ id: course, revision: 2, session: null, plan: groupPlan() }],
    answers: casework,
  },
  holdGroupSession: {
    asks: ({ course, client, staff }) => [
      {
        id: course,
        revision: 3,
        session: 1,
        meeting: {
          ...groupPlan(),
          leaders: [staff],
          present: { kind: 'byFile', clients: [client], others: 1 },
          feedback: null,
          incidents: '',
        },
        because: null,
      },
    ],
    answers: casework,
  },
  cancelGroupSession: {
    asks: ({ course }) => [{ id: course, revision: 4, session: 2, because: words }],
    answers: casework,
  },
  endGroupCourse: { asks: ({ course }) => [{ id: course, revision: 5 }], answers: casework },

  // Tiers.
  tierChoice: {
    asks: ({ client }) => [{ clientId: client, tier: 'general' }],
    answers: counselling,
    shows: () => true,
  },
  decideTier: {
    asks: ({ client }) => [{ clientId: client, tier: 'priority', reason: words }],
    answers: counselling,
  },
  proposeTier: {
    asks: ({ lowered }) => [{ clientId: lowered, tier: 'watch', reason: words }],
    answers: ['PROPOSAL_OPEN', 'PROPOSAL_NOT_NEEDED', 'NO_KEY', 'NO_KEY', 'NO_KEY'],
  },
  withdrawTierProposal: {
    asks: ({ proposal }) => [{ id: proposal, revision: 1 }],
    answers: barred('NOT_PROPOSER'),
  },
  declineTierProposal: {
    asks: ({ proposal }) => [{ id: proposal, revision: 1, because: words }],
    answers: ['SUPERVISOR_NEEDED', gets, 'SUPERVISOR_NEEDED', 'SUPERVISOR_NEEDED', 'SUPERVISOR_NEEDED'],
  },
  replayTierRules: {
    asks: () => [{ base: 'inForce', edits: [] }, true],
    answers: counselling,
    shows: () => true,
  },

  // Closing.
  caseOnShow: { asks: ({ client }) => [client], answers: counselling, shows: () => true },
  takeCaseStep: {
    asks: ({ client }) => [
      {
        clientId: client,
        revision: 0,
        deed: {
          kind: 'proposed',
          reason: 'goalsReached',
          summary: words,
          outcomes: [],
          aftercare: words,
          aftercareDue: null,
        },
      },
    ],
    answers: barred('CRISIS_OPEN'),
  },

  // Rights and the room's account of what it does.
  rightsRequests: { asks: () => [], answers: counsellingList },
  rightsOf: { asks: ({ client }) => [client], answers: counselling },
  registerRequest: {
    asks: ({ client }) => [{ clientId: client, asked: 'explain', askedBy: 'self', askedOn: today(), words }],
    answers: counselling,
  },
  noteCheck: {
    asks: async ({ request }, room) => {
      // All but the last is looked into beforehand.
      await room.noteCheck({ id: request, revision: 1, what: 'identity', note: words })
      return [{ id: request, revision: 2, what: 'othersMasked', note: words }]
    },
    answers: counselling,
  },

  handOverCopy: {
    asks: ({ request }) => [{ id: request, revision: 3, done: 'met', entry: '', recipient: '本人' }],
    answers: counselling,
  },
  openOwnCopy: { asks: ({ request }) => [request], answers: counselling },
  answerRequest: {
    asks: ({ request }) => [{ id: request, revision: 4, done: 'refused', entry: words }],
    answers: barred('REQUEST_ANSWERED'),
  },
  liftRestriction: {
    asks: ({ request }) => [{ id: request, revision: 4, because: words }],
    answers: barred('REQUEST_INVALID'),
  },
  privacy: { asks: () => [], answers: counsellingList, shows: has('processing') },
  impactDraft: { asks: () => ['zh-CN'], answers: counsellingList, shows: has('assessed') },
  saveImpactAssessment: {
    asks: async (_, room) => [
      { ...(await room.impactDraft('zh-CN')), conclusion: 'goOn', because: words, measuresBy: null },
    ],
    answers: counselling,
  },

  // The hotline.
  openCall: { asks: ({ call }) => [call], answers: hotline },
  saveCall: { asks: ({ call }) => [{ id: call, revision: 2, entry: callEntry }], answers: hotline },
  takeCallStep: {
    asks: ({ call }) => [{ id: call, revision: null, step: { kind: 'escalated', because: words } }],
    answers: hotline,
  },
  // Of a supervisor's alone, and of what is on the line.
  callAlerts: { asks: () => [], answers: [nothing, gets, nothing, nothing, nothing], shows: notEmpty },
  endCall: { asks: ({ call }) => [{ id: call, revision: 4, entry: callEntry }], answers: hotline },
  recordFollowUp: {
    asks: ({ call }) => [{ id: call, revision: 5, entry: words }],
    answers: others('RECORD_CLOSED'),
  },
  transferCall: {
    asks: ({ call }) => [
      { id: call, revision: 5, ground: { kind: 'agreed', parts: ['concern'], said: words } },
    ],
    answers: hotline,
  },
  reviewCall: {
    asks: async ({ call }, room) => [
      {
        id: call,
        revision: 6,
        review: {
          whom: { kind: 'here' },
          points: (await room.hotlineRules()).rules.competences.points.map(({ id: point }) => ({
            point,
            mark: 'met',
            note: '',
          })),
          advice: words,
        },
      },
    ],
    answers: ['SUPERVISOR_NEEDED', gets, 'SUPERVISOR_NEEDED', 'NO_KEY', 'NO_KEY'],
  },
  callTransfers: { asks: () => [], answers: counsellingList, shows: has('transfers') },
  takeTransfer: {
    asks: async ({ call }, room) => {
      const { transfers } = await room.callTransfers()
      const mine = transfers.find(({ transfer }) => transfer.value.callId === call)
      const id = mine?.transfer.id ?? '0'.repeat(32)
      return [{ id, revision: 1, into: { kind: 'new', called: '示例来电人' }, said: '' }]
    },
    answers: casework,
  },
  declineTransfer: {
    asks: () => [{ id: '0'.repeat(32), revision: 1, because: words }],
    answers: ['NOT_FOUND', 'NOT_FOUND', 'ROLE_NEEDED', 'ROLE_NEEDED', 'ROLE_NEEDED'],
  },
  hotlineRules: 'nobody',
  startCall: {
    asks: () => [],
    answers: [gets, gets, gets, 'HOTLINE_ROLE_NEEDED', 'HOTLINE_ROLE_NEEDED'],
  },

  // Seats, roster and shifts.
  hotlineSeats: 'nobody',
  changeHotlineSeats: 'nobody',
  rosterWeek: { asks: () => [inAMonth()], answers: scheduleList, shows: has('duties') },
  rosterDuty: { asks: ({ duty }) => [duty], answers: schedule, shows: () => true },
  planDuty: {
    asks: () => [{ seat: 1, staffId: '0'.repeat(32), from: anHourAgo(), until: new Date().toISOString() }],
    answers: [
      'STAFF_CANNOT_SIT',
      'STAFF_CANNOT_SIT',
      'ROSTER_ROLE_NEEDED',
      'STAFF_CANNOT_SIT',
      'ROSTER_ROLE_NEEDED',
    ],
  },
  takeRosterStep: {
    asks: ({ duty }) => [{ id: duty, revision: 1, step: { kind: 'swapTaken' } }],
    answers: ['STEP_NOT_OPEN', 'STEP_NOT_OPEN', 'STEP_NOT_OPEN', 'STEP_NOT_OPEN', 'NO_KEY'],
  },
  shiftBoard: { asks: () => [], answers: [gets, gets, gets, nothing, nothing], shows: has('recent') },
  shift: { asks: ({ shift }) => [shift], answers: hotline, shows: () => true },
  openSeat: {
    asks: () => [{ seat: 9 }],
    answers: ['SEAT_UNKNOWN', 'SEAT_UNKNOWN', 'SEAT_UNKNOWN', 'HOTLINE_ROLE_NEEDED', 'HOTLINE_ROLE_NEEDED'],
  },
  takeShiftStep: {
    asks: ({ shift }) => [
      { id: shift, revision: 1, step: { kind: 'logged', about: 'other', note: words, callId: null } },
    ],
    answers: others('NOT_YOUR_SHIFT'),
  },
  composeHandOver: {
    asks: ({ shift }) => [{ shiftId: shift, until: null }],
    answers: hotline,
    shows: () => true,
  },
  handOver: { asks: ({ sheet }) => [sheet], answers: hotline, shows: () => true },
  giveHandOver: {
    asks: ({ shift }) => {
      const [composedAt, until] = [anHourAgo(), new Date().toISOString()]
      const sheet = { composedAt, until, crises: [], followUps: [], calls: [], ...handOverWords }
      return [{ shiftId: shift, revision: 1, sheet, because: null }]
    },
    answers: others('NOT_YOUR_SHIFT'),
  },
  takeHandOver: {
    asks: ({ sheet }) => [{ id: sheet, revision: 2 }],
    answers: others('STEP_NOT_OPEN'),
  },
  goOn: {
    asks: ({ shift }) => [{ id: shift, revision: 1, because: words }],
    answers: others('NOT_YOUR_HANDOVER'),
  },

  // Practice.
  practiceCalls: 'nobody',
  openPractice: { asks: ({ practice }) => [practice], answers: others('NOT_YOUR_PRACTICE') },
  savePractice: {
    asks: ({ practice }) => [{ id: practice, entry: callEntry }],
    answers: others('NOT_YOUR_PRACTICE'),
  },
  takePracticeStep: {
    asks: ({ practice }) => [{ id: practice, step: { kind: 'escalated', because: words } }],
    answers: others('NOT_YOUR_PRACTICE'),
  },
  endPractice: {
    asks: ({ practice }) => [{ id: practice, entry: callEntry }],
    answers: others('NOT_YOUR_PRACTICE'),
  },
  startPractice: {
    asks: () => ['general'],
    answers: [gets, gets, gets, 'HOTLINE_ROLE_NEEDED', 'HOTLINE_ROLE_NEEDED'],
  },

  // Its calls all at once, and those who call again.
  searchCalls: { asks: () => [{}], answers: hotlineList, shows: has('lines') },
  callBoard: {
    asks: () => [{ days: 28 }],
    answers: hotlineList,
    shows: (answer) => Number(field(answer, 'calls')) > 0,
  },
  callSummary: {
    asks: () => [{ from: today(), until: today() }],
    answers: hotlineList,
    shows: (answer) => Number(field(answer, 'calls')) > 0,
  },
  callKept: { asks: ({ call }) => [call], answers: hotline },
  callers: { asks: () => [''], answers: hotlineList },
  openCaller: { asks: ({ caller }) => [caller], answers: hotline },
  recogniseByAlias: {
    asks: ({ call }) => [{ alias: secrets.hotline?.[0] ?? '', word: '', callId: call }],
    answers: hotlineList,
  },
  recogniseByNumber: {
    asks: ({ call }) => [{ number: callersNumber, consent: true, callId: call }],
    answers: hotline,
  },
  addCallToCaller: {
    asks: ({ caller, call }) => [{ callerId: caller, callId: call, known: 'alias' }],
    answers: hotline,
  },
  newCaller: {
    asks: ({ call }) => [{ alias: '示例另一位', word: '', agreed: true, callId: call }],
    answers: [
      'CALL_OF_ANOTHER_CALLER',
      'CALL_OF_ANOTHER_CALLER',
      'CALL_OF_ANOTHER_CALLER',
      'NO_KEY',
      'NO_KEY',
    ],
  },
  changeCaller: {
    asks: ({ caller }) => [{ id: caller, revision: 1, alias: '示例改称', word: '' }],
    answers: hotline,
  },
  saveCallerPlan: { asks: ({ caller }) => [{ callerId: caller, plan: callerPlan(0) }], answers: hotline },
  callerNumber: {
    asks: ({ call }) => [call],
    answers: hotlineList,
    shows: (answer) => field(answer, 'id') !== undefined,
  },
  takeCallerNumber: {
    asks: ({ call }) => [{ callId: call, number: callersNumber, callBack: true, recognise: true }],
    answers: hotline,
  },
  showCallerNumber: {
    asks: ({ callerNumber }) => [{ id: callerNumber, revision: 2, use: 'savingLife' }],
    answers: hotline,
  },
  takeBackCallerNumber: { asks: ({ callerNumber }) => [{ id: callerNumber, revision: 3 }], answers: hotline },
  forgetCaller: { asks: ({ caller }) => [{ id: caller, revision: 2 }], answers: hotline },

  // What people answered without a name, and what is counted.
  campaigns: { asks: () => [], answers: [gets, gets, gets, gets, gets], shows: has('campaigns') },
  submitResponse: {
    asks: ({ campaign }) => [{ id: campaign, answers: { q1: words } }],
    answers: counselling,
  },
  campaignResults: { asks: ({ campaign }) => [campaign], answers: counselling, shows: () => true },
  crossTabulate: {
    asks: ({ campaign }) => [{ id: campaign, question: 'words', by: 'words' }],
    answers: barred('CAMPAIGN_RUNNING'),
  },
  exportCounts: {
    asks: ({ campaign }) => [{ id: campaign, language: 'zh-CN' }],
    answers: barred('CAMPAIGN_RUNNING'),
  },
  previewHandIn: { asks: ({ campaign }) => [campaign], answers: barred('NOT_OF_THE_COUNTY') },
  handInCounts: { asks: ({ campaign }) => [campaign], answers: barred('NOT_OF_THE_COUNTY') },
  // Of the months there is something in nobody is told by; what was counted is.
  reportPeriods: { asks: () => [], answers: [gets, gets, 'NO_KEY', gets, gets], shows: notEmpty },
  checkFacts: { asks: () => [], answers: counselling },
  rebuildFacts: { asks: () => [], answers: counselling },
  roomStatistics: {
    asks: () => [statisticsOf('assessment')],
    answers: counselling,
    shows: has('rows'),
  },
  openStatisticsCases: {
    asks: () => [statisticsOf('assessment'), { row: null, period: null }],
    answers: counselling,
  },
  previewReport: { asks: () => [today().slice(0, 7)], answers: counselling },
  writeReport: { asks: () => [today().slice(0, 7)], answers: barred('COUNTY_CARD_NEEDED') },
  storedReport: { asks: () => [today().slice(0, 7)], answers: exporting('NOT_RELEASED') },
  viewOfReport: { asks: () => [today().slice(0, 7), 'csv', 'zh-CN'], answers: exporting('NOT_RELEASED') },
  releasedReports: 'nobody',
  reportProgress: 'nobody',
  stopReport: 'nobody',
  takeReceipt: 'nobody',
  countyImportProgress: 'nobody',
  stopCountyImport: 'nobody',
  closeCountyImport: 'nobody',
  takeBackPackages: { asks: () => [[]], answers: barred('COUNTY_CARD_NEEDED') },

  // What was done is read by administrators, without names.
  listAudit: {
    asks: () => [{ from: null, to: null, actor: null, action: null, object: null }, 0],
    answers: ['NO_KEY', 'NO_KEY', 'NO_KEY', gets, 'NO_KEY'],
    shows: has('lines'),
  },
  checkAudit: { asks: () => [], answers: ['NO_KEY', 'NO_KEY', 'NO_KEY', gets, 'NO_KEY'] },
  exportAudit: {
    asks: () => [
      { from: null, to: null, actor: null, action: null, object: null },
      { headings: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], words: {} },
    ],
    answers: ['NO_KEY', 'NO_KEY', 'NO_KEY', gets, 'NO_KEY'],
  },

  // What ends something comes last.
  withdrawConsent: {
    asks: ({ consent }) => [{ id: consent, revision: 1, by: 'self', manner: 'spoken', because: words }],
    answers: counselling,
  },
  eraseOnRequest: {
    asks: ({ eraseRequest }) => [{ id: eraseRequest, revision: 1, entry: '' }],
    answers: barred('REQUEST_CHECK_MISSING'),
  },
  mergeFiles: {
    asks: ({ spare, lowered }) => [{ from: spare, into: lowered, because: words }],
    answers: counselling,
  },
  eraseClient: { asks: ({ twin }) => [twin], answers: counselling },
  startClientMode: {
    asks: ({ client }) => [
      {
        clientId: client,
        instruments: ['phq-9'],
        rater: { kind: 'self' },
        language: 'zh-CN',
        largePrint: false,
      },
    ],
    answers: counselling,
  },

  // Nothing of any client: the door, the machine, what came with the program, who works here, and how.
  ...about('nobody', [
    'phase',
    'passphraseStrength',
    'suggestPassphrase',
    'passphraseWait',
    'drawRecoverySheet',
    'drawNextRecoverySheet',
    'wordsToConfirm',
    'checkRecoveryWords',
    'setUp',
    'tryDemo',
    'unlock',
    'checkRecoverySheet',
    'recover',
    'recoverySheet',
    'replaceRecoverySheet',
    'changePassphrase',
    'confirmMe',
    'keepLanguage',
    'listStaff',
    'addStaff',
    'signOut',
    'auditChecked',
    'backups',
    'backupProgress',
    'backUp',
    'backUpIfDue',
    'backUpInto',
    'chosenBackupFolder',
    'backUpAsFile',
    'checkBackupFile',
    'drillBackup',
    'noteBackupGone',
    'backupsHere',
    'inspectBackup',
    'prepareRestore',
    'switchToRestored',
    'discardRestored',
    'batteries',
    'saveBattery',
    'retireBattery',
    'scoreForms',
    'constructs',
    'populationTags',
    'clientListProgress',
    'stopClientList',
    'closeClientList',
    'questionnaires',
    'offerInstrument',
    'confirmNonCommercial',
    'tryImport',
    'signInImport',
    'trySurvey',
    'openCampaign',
    'closeCampaign',
    'readCountyCampaign',
    'openCountyCampaign',
    'startSurveyKiosk',
    'myCard',
    'readCard',
    'enrolCard',
    'enrolledCards',
    'changeMyKey',
    'takeKeyChange',
    // A file another unit sent here: whoever holds this unit's exchange key.
    'readReferral',
    'appointmentStaff',
    'countyPicture',
    'countyUnits',
    'countyUnit',
    'enterUnit',
    'endUnit',
    'checkUnitList',
    'takeUnitList',
    'unitListSample',
    'countyBoard',
    'setDueDay',
    'checkPackage',
    'importPackage',
    'countyFigures',
    'beginCountyImport',
    'takeCountyImport',
    'countyQuarantine',
    'tryQuarantinedAgain',
    'putAwayQuarantined',
    'receiptsFor',
    'upwardOverview',
    'previewUpward',
    'writeUpward',
    'storedUpward',
    'checkMerge',
    'importMerge',
    'countyCampaigns',
    'writeCountyCampaign',
    'countyCampaignFile',
    'countyCampaignSums',
    'countyCampaignView',
    'checkCampaignCounts',
    'takeCampaignCounts',
    'countyReview',
    'saveReviewText',
    'reviewWorkbook',
    'receiptFor',
    'packagesOf',
    'keyList',
    'revokeKey',
    'tierRules',
    'draftTierRules',
    'adoptTierRules',
    'settings',
    'changeSettings',
    'staffing',
    'groupLeaders',
    // Activities are for whoever comes; nobody is named in them but staff.
    'outreach',
    'outreachActivity',
    'outreachStaff',
    'recordOutreach',
    'correctOutreach',
    'staffRegister',
    'saveStaffProfile',
    'addQualification',
    'addTraining',
    'strikeOutLine',
    'roomRules',
    'adoptRoomRules',
    'setRoles',
    'removeStaff',
    'windowStanding',
    'trySavingAgain',
    'health',
    'checkRecords',
    'goOnWithRecords',
    'recoverRecords',
    // One's own, sealed for oneself.
    'keepDraft',
    'draft',
    'drafts',
    'forgetDraft',
  ]),
}

function about(whom: 'nobody', methods: readonly (keyof RoomApi)[]): Permissions {
  return Object.fromEntries(methods.map((method) => [method, whom]))
}
