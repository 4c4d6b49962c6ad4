import type { Assessment } from '../../src/casework/assessments/assessment.ts'
import type { PaperScore } from '../../src/casework/assessments/paper-score.ts'
import type { Client } from '../../src/casework/clients/client.ts'
import type { Consent } from '../../src/casework/consents/consent.ts'
import type { CriticalAlert } from '../../src/casework/crisis/critical-alert.ts'
import type { HotlineCall } from '../../src/casework/hotline/hotline-call.ts'
import type { Stored } from '../../src/casework/records/record.ts'

export const idOf = (number: number): string => number.toString(16).padStart(32, '0')
export const stored = <T>(number: number, value: T): Stored<T> => ({ id: idOf(number), revision: 1, value })

export const clientOf = (more: Partial<Client> = {}): Client => ({
  fileNumber: '2026-0001',
  name: '示例安宁',
  birthDate: '1990-05-03',
  sex: 'female',
  township: null,
  phone: null,
  registeredAt: '2026-03-01T01:00:00.000Z',
  registeredBy: idOf(900),
  ...more,
})

export const assessmentOf = (more: Partial<Assessment> = {}): Assessment => ({
  clientId: idOf(1),
  instrument: 'phq-9',
  instrumentVersion: '1',
  rater: { kind: 'self' },
  language: 'zh-CN',
  mode: 'client',
  startedAt: '2026-11-20T01:00:00.000Z',
  startedBy: idOf(900),
  answeredAt: '2026-11-20T01:06:00.000Z',
  answers: {},
  result: {
    instrument: 'phq-9',
    version: '1',
    status: 'scored',
    scores: { total: 13 },
    bands: { total: 'moderate' },
    critical: [],
    missing: [],
  },
  ...more,
})

export const alertOf = (more: Partial<CriticalAlert> = {}): CriticalAlert => ({
  clientId: idOf(1),
  assessmentId: idOf(50),
  instrument: 'phq-9',
  item: 'q9',
  value: 1,
  raisedAt: '2026-11-20T01:06:00.000Z',
  handling: null,
  ...more,
})

export const handledOf = (asked: 'confirmed' | 'denied' | 'notAsked', handledAt: string) => ({
  handledBy: idOf(900),
  handledAt,
  asked,
  responseLevel: 'today' as const,
  entry: '示例：当面询问过',
})

export const consentOf = (more: Partial<Consent> = {}): Consent => ({
  clientId: idOf(1),
  purpose: 'assessment',
  textVersion: '2026-1',
  givenBy: 'self',
  manner: 'written',
  givenAt: '2026-03-01T01:00:00.000Z',
  recordedBy: idOf(900),
  withdrawnAt: null,
  ...more,
})

export const paperScoreOf = (more: Partial<PaperScore> = {}): PaperScore => ({
  clientId: idOf(1),
  form: 'isi',
  day: '2026-11-18',
  scores: { total: 12 },
  source: '示例医院门诊',
  scoredBy: '示例医生',
  remark: '',
  enteredBy: idOf(900),
  enteredAt: '2026-11-20T01:06:00.000Z',
  correction: null,
  ...more,
})

/** A call that lacks nothing and is about nothing dangerous. */
export const callOf = (more: Partial<HotlineCall> = {}): HotlineCall => ({
  startedAt: '2026-11-20T12:00:00.000Z',
  endedAt: null,
  worker: idOf(900),
  callerRole: 'self',
  alias: '',
  sex: null,
  ageBand: null,
  callType: 'general',
  specialKind: null,
  concern: '',
  danger: { asked: 'yes', answer: 'none' },
  ideation: null,
  hopelessness: null,
  responseLevel: 'planned',
  actions: [],
  disposition: 'calmerEndedTogether',
  followUpDue: null,
  followUp: null,
  ...more,
})
