import intervals from '../../../resources/follow-up-intervals.json' with { type: 'json' }
import { type CaseSummary, caseSummary } from '../../../src/casework/files/case-summary.ts'
import { readFollowUpIntervals } from '../../../src/casework/follow-ups/follow-up-intervals.ts'
import type { SimulatedCases } from '../../../src/simulation/simulated-room.ts'

/** A summary as a row of columns, for stores that do not encrypt by the row. */
export interface SummaryRow {
  id: string
  name: string
  pinyin: string
  initials: string
  fileNumber: string
  phone: string
  sex: string | null
  birthDate: string | null
  registeredAt: string
  tier: string | null
  reviewBy: string | null
  openAlerts: number
  lastAssessedAt: string | null
}

/** Kinds that a simulated room holds none of. */
const nothingElse = {
  plans: [],
  episodes: [],
  followUps: [],
  referrals: [],
  notes: [],
  clues: [],
  safetyPlans: [],
  proposals: [],
  standings: [],
}

const read = readFollowUpIntervals(intervals)
if (!read.ok) throw new Error(read.refusal.code)
const { value: followUps } = read

export const summaryRow = (file: SimulatedCases): SummaryRow[] =>
  file.clients.map((client) => rowOf(caseSummary(client.id, { ...nothingElse, ...file, client }, followUps)))

const rowOf = ({ id, entry, decided, openAlerts, lastAssessedAt }: CaseSummary): SummaryRow => ({
  id,
  name: entry?.name ?? '',
  pinyin: entry?.readings.map(({ full }) => full).join(' ') ?? '',
  initials: entry?.readings.map(({ initials }) => initials).join(' ') ?? '',
  fileNumber: entry?.fileNumber ?? '',
  phone: entry?.phone ?? '',
  sex: entry?.client.sex ?? null,
  birthDate: entry?.client.birthDate ?? null,
  registeredAt: entry?.client.registeredAt ?? '',
  tier: decided?.tier ?? null,
  reviewBy: decided?.reviewBy ?? null,
  openAlerts: openAlerts.length,
  lastAssessedAt,
})

/** A record as a plain row: found by its client. */
export interface RecordRow {
  id: string
  clientId: string
  value: unknown
}

export const recordTables = ['consents', 'assessments', 'alerts', 'decisions'] as const

export const recordRows = (file: SimulatedCases, table: (typeof recordTables)[number]): RecordRow[] =>
  file[table].map(({ id, value }) => ({ id, clientId: value.clientId, value }))
