import type { GroupCourse } from '../../../src/casework/activities/group-course.ts'
import { groupCourseKind } from '../../../src/casework/activities/group-course.ts'
import { type Outreach, outreachKind } from '../../../src/casework/activities/outreach.ts'
import { assessmentKind } from '../../../src/casework/assessments/assessment.ts'
import { paperScoreKind } from '../../../src/casework/assessments/paper-score.ts'
import { clientKind } from '../../../src/casework/clients/client.ts'
import { clueKind } from '../../../src/casework/clues/clue.ts'
import { type CrisisEpisode, crisisEpisodeKind } from '../../../src/casework/crisis/crisis-episode.ts'
import { disclosureKind } from '../../../src/casework/disclosures/disclosure.ts'
import { hotlineReportKind } from '../../../src/casework/disclosures/hotline-report.ts'
import { mandatoryReportKind } from '../../../src/casework/disclosures/mandatory-report.ts'
import { type CaseStanding, caseStandingKind } from '../../../src/casework/files/case-standing.ts'
import { followUpKind } from '../../../src/casework/follow-ups/follow-up.ts'
import { hotlineCallKind } from '../../../src/casework/hotline/hotline-call.ts'
import { sessionNoteKind } from '../../../src/casework/notes/session-note.ts'
import { rightsRequestKind } from '../../../src/casework/privacy/rights-request.ts'
import type { RecordKind } from '../../../src/casework/records/record.ts'
import { referralKind } from '../../../src/casework/referrals/referral.ts'
import { staffProfileKind } from '../../../src/casework/staff/staff-profile.ts'
import { supervisionKind } from '../../../src/casework/supervision/supervision.ts'
import { tierDecisionKind } from '../../../src/casework/tiers/tier-decision.ts'
import type { Tier } from '../../../src/tiering/tier.ts'
import {
  clueOf,
  disclosureOf,
  followUpOf,
  meetingOf,
  noteOf,
  outreachOf,
  profileOf,
  referralOf,
  reportOf,
  reportStep,
  rightsRequestOf,
} from '../../casework/file-records.ts'
import { assessmentOf, callOf, clientOf, idOf, paperScoreOf } from '../../casework/records.ts'

/** How a record may go, from when it is first stored to its last change. */
export interface Life {
  kind: RecordKind<unknown>
  states: unknown[]
}

const me = idOf(900)
const life = <T>(kind: RecordKind<T>, ...states: T[]): Life => ({ kind, states })
const at = (day: string, time = '02:00') => `${day}T${time}:00.000Z`
const taken = (day: string) => ({ by: me, at: at(day) })

const decided = (clientId: string, tier: Tier, day: string) => ({
  clientId,
  tier,
  decidedBy: me,
  decidedAt: at(day),
  reason: '示例：理由',
  suggestion: null,
  reviewBy: '2027-01-31',
})

const crisis = (clientId: string): CrisisEpisode[] => {
  const begun: CrisisEpisode = {
    clientId,
    openedBy: me,
    openedAt: at('2026-10-30'),
    from: { kind: 'observed', note: '示例：看出来的' },
    steps: [],
  }
  const asked: CrisisEpisode = {
    ...begun,
    steps: [
      { kind: 'interviewed', ...taken('2026-10-30'), asked: 'confirmed', said: '示例：有过想法' },
      { kind: 'levelSet', ...taken('2026-10-30'), level: 'atOnce', because: '示例' },
    ],
  }
  const helped: CrisisEpisode = {
    ...asked,
    steps: [
      ...asked.steps,
      { kind: 'acted', ...taken('2026-10-31'), action: 1, what: 'ambulance120', state: 'done', note: '' },
      {
        kind: 'followedUp',
        ...taken('2026-11-01'),
        afterHours: 24,
        reached: true,
        askedAgain: 'none',
        note: '示例',
      },
    ],
  }
  return [begun, asked, helped]
}

const standing = (clientId: string): CaseStanding[] => {
  const proposed: CaseStanding['steps'][number] = {
    kind: 'proposed',
    ...taken('2026-11-10'),
    reason: 'goalsReached',
    summary: '示例：目标达成',
    outcomes: [],
    aftercare: '',
    aftercareDue: null,
  }
  const approved: CaseStanding['steps'][number] = {
    kind: 'approved',
    ...taken('2026-11-11'),
    whom: { kind: 'here' },
    note: '',
  }
  const reopened: CaseStanding['steps'][number] = {
    kind: 'reopened',
    ...taken('2026-12-02'),
    because: '示例：又来了',
  }
  return [[proposed], [proposed, approved], [proposed, approved, reopened]].map((steps) => ({
    clientId,
    steps,
  }))
}

const course = (clients: string[]): GroupCourse[] => {
  const planned = (session: number, day: string): GroupCourse['steps'][number] => ({
    kind: 'planned',
    session,
    ...taken(day),
    plan: { startsAt: at(day), minutes: 60, theme: '' },
  })
  const begun: GroupCourse = {
    title: '示例小组',
    theme: '',
    plan: '',
    leaders: [me],
    place: '',
    plannedMeetings: 4,
    begins: '2026-10-01',
    members: clients,
    steps: [planned(1, '2026-10-08')],
    endedAt: null,
  }
  const held: GroupCourse = {
    ...begun,
    steps: [
      ...begun.steps,
      {
        kind: 'held',
        session: 1,
        ...taken('2026-10-09'),
        meeting: meetingOf({ kind: 'byFile', clients, others: 2 }, { startsAt: at('2026-10-08') }),
      },
    ],
  }
  const corrected: GroupCourse = {
    ...held,
    steps: [
      ...held.steps,
      {
        kind: 'corrected',
        session: 1,
        ...taken('2026-10-10'),
        meeting: meetingOf(
          { kind: 'byFile', clients: clients.slice(0, 1), others: 0 },
          { startsAt: at('2026-11-08') },
        ),
        because: '示例：记错了日期',
      },
    ],
  }
  return [begun, held, corrected]
}

const activity = (): Outreach[] => {
  const entered = (more: Parameters<typeof outreachOf>[0], struckOut = false, because = '') => ({
    activity: outreachOf(more),
    struckOut,
    because,
    ...taken('2026-11-12'),
  })
  const versions = [
    entered({}),
    entered({ audience: 80, materials: 0, day: '2026-10-31' }, false, '示例：数错了'),
    entered({}, true, '示例：不是我们办的'),
  ]
  return versions.map((_, place) => ({ versions: versions.slice(0, place + 1) }))
}

const training = (day: string) => ({
  day,
  title: '示例培训',
  quarterHours: 12,
  supervision: false,
  ...taken(day),
})

/** A life of every kind of record that counts: of two clients, who may be the same one. */
export const livesOf = (client: string, other: string): Life[] => {
  const call = callOf({ number: 'R2026-0001' })
  const unanswered = assessmentOf({ clientId: client, answeredAt: null, result: null })
  const profile = profileOf()
  const plannedFollowUp = followUpOf({ clientId: client, due: '2026-11-15' })
  const opened = referralOf({ clientId: client })
  const ofHotline = { clientId: null, about: '示例：来电说到的孩子' }
  const [seen, described] = [reportStep('safetySeen'), reportStep('described')]
  return [
    life(
      clientKind,
      clientOf({ township: '990101101', registeredAt: at('2026-09-03') }),
      clientOf({ township: '990101102', registeredAt: at('2026-09-03') }),
      clientOf({ township: null, sex: 'male', birthDate: '1950-01-02', registeredAt: at('2026-09-03') }),
    ),
    life(assessmentKind, unanswered, assessmentOf({ ...unanswered, ...assessmentOf({ clientId: client }) })),
    life(paperScoreKind, paperScoreOf({ clientId: client })),
    life(tierDecisionKind, decided(client, 'watch', '2026-11-03')),
    life(tierDecisionKind, decided(client, 'priority', '2026-11-20')),
    life(tierDecisionKind, decided(other, 'general', '2026-11-21')),
    life(
      sessionNoteKind,
      noteOf({ clientId: client }),
      noteOf({ clientId: client, minutes: 30, mode: 'phone' }),
      noteOf({ clientId: client, minutes: 30, mode: 'phone', signedAt: at('2026-11-21') }),
    ),
    life(groupCourseKind, ...course([...new Set([client, other])])),
    life(outreachKind, ...activity()),
    life(crisisEpisodeKind, ...crisis(client)),
    life(
      hotlineCallKind,
      call,
      { ...call, responseLevel: 'today', endedAt: at('2026-11-20', '12:45'), followUpDue: at('2026-11-21') },
      {
        ...call,
        responseLevel: 'today',
        endedAt: at('2026-11-20', '12:45'),
        followUpDue: at('2026-11-21'),
        followUp: { doneBy: me, doneAt: at('2026-11-20', '14:00'), entry: '示例：回了电话' },
      },
    ),
    life(
      referralKind,
      opened,
      { ...opened, urgency: 'today' },
      {
        ...opened,
        urgency: 'today',
        steps: [{ kind: 'sent', ...taken('2026-11-21'), disclosure: idOf(70), way: 'slip' }],
      },
    ),
    life(
      followUpKind,
      plannedFollowUp,
      { ...plannedFollowUp, due: '2026-12-01' },
      {
        ...plannedFollowUp,
        due: '2026-12-01',
        result: {
          doneBy: me,
          doneAt: at('2026-12-01'),
          mode: 'phone',
          reached: 'reached',
          askedAgain: 'none',
          entry: '示例',
        },
      },
    ),
    life(caseStandingKind, ...standing(client)),
    life(
      staffProfileKind,
      profile,
      { ...profile, training: [training('2026-05-04'), training('2026-06-04')] },
      {
        ...profile,
        training: [training('2026-05-04'), training('2026-06-04')],
        struckOut: [{ list: 'training', place: 0, because: '示例：记错了', ...taken('2026-06-05') }],
      },
    ),
    life(supervisionKind, {
      clientId: client,
      day: '2026-11-05',
      supervisor: '示例督导',
      mode: 'single',
      minutes: 50,
      question: '示例',
      advice: '示例',
      actions: '',
      recordedBy: me,
      recordedAt: at('2026-11-05'),
    }),
    life(
      rightsRequestKind,
      rightsRequestOf({ clientId: client }),
      rightsRequestOf({
        clientId: client,
        answer: { by: me, at: at('2026-11-20'), done: 'met', entry: '示例：已办', disclosure: null },
      }),
    ),
    life(disclosureKind, disclosureOf({ clientId: client })),
    life(
      clueKind,
      clueOf({ clientId: client }),
      clueOf({
        clientId: client,
        outcome: { by: me, at: at('2026-11-09'), found: 'verified', entry: '示例：属实' },
      }),
    ),
    life(
      mandatoryReportKind,
      reportOf([], { clientId: client }),
      reportOf([seen], { clientId: client }),
      reportOf([seen, described], { clientId: client }),
    ),
    life(hotlineReportKind, reportOf([], ofHotline), reportOf([seen], ofHotline)),
  ]
}
