import { dayOf } from '../../tiering/calendar.ts'
import type { Assessment } from '../assessments/assessment.ts'
import type { Client } from '../clients/client.ts'
import type { Clue } from '../clues/clue.ts'
import type { Consent, ConsentPurpose } from '../consents/consent.ts'
import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import type { Disclosure } from '../disclosures/disclosure.ts'
import type { MandatoryReport } from '../disclosures/mandatory-report.ts'
import type { FollowUp } from '../follow-ups/follow-up.ts'
import type { SessionNote } from '../notes/session-note.ts'
import type { Stored } from '../records/record.ts'
import type { TierDecision } from '../tiers/tier-decision.ts'

/** What a room does with information about a person, as its register names it (PIPL art. 55, 56). */
export const processings = [
  'caseFile',
  'assessment',
  'observation',
  'tiering',
  'followUp',
  'crisis',
  'clue',
  'referral',
  'disclosure',
  'mandatoryReport',
] as const
export type Processing = (typeof processings)[number]

/** `consent`: PIPL 13(1) and 29 · `savingLife`: 13(4) · `legalDuty`: 13(3) · `ownRequest`: 45. */
export const processingBases = ['consent', 'savingLife', 'legalDuty', 'ownRequest'] as const
export type ProcessingBasis = (typeof processingBases)[number]

/** One line of a client's log. */
export interface ProcessingLine {
  processing: Processing
  /** Null where no agreement stood when it was done: a gap somebody has to look into. */
  basis: ProcessingBasis | null
  since: string
  last: string
  records: number
}

/** What is known of one client, as far as the log follows from it. */
export interface ProcessedRecords {
  client: Client | null
  consents: readonly Stored<Consent>[]
  assessments: readonly Assessment[]
  notes: readonly SessionNote[]
  decisions: readonly TierDecision[]
  followUps: readonly FollowUp[]
  crises: readonly CrisisEpisode[]
  clues: readonly Clue[]
  disclosures: readonly Disclosure[]
  reports: readonly MandatoryReport[]
}

interface Done {
  processing: Processing
  at: string
  basis: ProcessingBasis | null
}

/** What was done with one client's information, on what ground, since when: as it follows from the records. */
export function processingLog(records: ProcessedRecords): ProcessingLine[] {
  const done = everythingDone(records)
  return processings.flatMap((processing) =>
    [...processingBases, null].flatMap((basis): ProcessingLine[] => {
      const times = done
        .filter((one) => one.processing === processing && one.basis === basis)
        .map(({ at }) => at)
        .toSorted()
      const [since, last] = [times[0], times.at(-1)]
      if (since === undefined || last === undefined) return []
      return [{ processing, basis, since, last, records: times.length }]
    }),
  )
}

function everythingDone(records: ProcessedRecords): Done[] {
  const agreed = (processing: Processing, purpose: ConsentPurpose, at: string): Done => ({
    processing,
    at,
    basis: hadConsent(records.consents, purpose, at) ? 'consent' : null,
  })
  const grounds: Record<Disclosure['basis'], ProcessingBasis> = {
    consentedReferral: 'consent',
    savingLife: 'savingLife',
    minorHarm: 'legalDuty',
    domesticViolence: 'legalDuty',
    clientCopy: 'ownRequest',
  }
  return [
    ...(records.client ? [agreed('caseFile', 'casefile', records.client.registeredAt)] : []),
    ...records.notes.map(({ heldAt }) => agreed('caseFile', 'casefile', heldAt)),
    ...records.assessments.map(({ rater, startedAt }) =>
      rater.kind === 'staff'
        ? agreed('observation', 'casefile', startedAt)
        : agreed('assessment', 'assessment', startedAt),
    ),
    ...records.decisions.map(({ decidedAt }) => agreed('tiering', 'casefile', decidedAt)),
    ...records.followUps.flatMap(({ result }) =>
      result === null ? [] : [agreed('followUp', 'followUpContact', result.doneAt)],
    ),
    ...records.clues.map(({ receivedAt }) => agreed('clue', 'casefile', receivedAt)),
    ...records.crises.map(
      ({ openedAt }): Done => ({ processing: 'crisis', at: openedAt, basis: 'savingLife' }),
    ),
    ...records.disclosures.map(
      ({ basis, disclosedAt }): Done => ({
        processing: basis === 'consentedReferral' ? 'referral' : 'disclosure',
        at: disclosedAt,
        basis: grounds[basis],
      }),
    ),
    ...records.reports.map(
      ({ learnedAt }): Done => ({ processing: 'mandatoryReport', at: learnedAt, basis: 'legalDuty' }),
    ),
  ]
}

/**
 * Whether a consent stood at a moment. The file begins a little before the client can be asked, so the agreement counts that was given
 * on the same day.
 */
const hadConsent = (consents: readonly Stored<Consent>[], purpose: ConsentPurpose, at: string): boolean =>
  consents.some(
    ({ value }) =>
      value.purpose === purpose &&
      dayOf(value.givenAt) <= dayOf(at) &&
      (value.withdrawnAt === null || Date.parse(value.withdrawnAt) >= Date.parse(at)),
  )

/** One line of the room's log: a processing over all clients. */
export interface RoomProcessing {
  processing: Processing
  since: string
  last: string
  clients: number
  records: number
  /** Records that no agreement stood for when they were made. */
  withoutBasis: number
}

/** Adds up what was done over all clients; processings that never happened are left out. */
export const roomProcessing = (logs: readonly (readonly ProcessingLine[])[]): RoomProcessing[] =>
  processings.flatMap((processing): RoomProcessing[] => {
    const touched = logs.map((log) => log.filter((line) => line.processing === processing))
    const lines = touched.flat()
    const since = lines.map((line) => line.since).toSorted()[0]
    const last = lines
      .map((line) => line.last)
      .toSorted()
      .at(-1)
    if (since === undefined || last === undefined) return []
    const recordsOf = (some: readonly ProcessingLine[]) => some.reduce((sum, { records }) => sum + records, 0)
    return [
      {
        processing,
        since,
        last,
        clients: touched.filter(({ length }) => length > 0).length,
        records: recordsOf(lines),
        withoutBasis: recordsOf(lines.filter(({ basis }) => basis === null)),
      },
    ]
  })
