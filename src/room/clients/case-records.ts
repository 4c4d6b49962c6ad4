import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { retestPlanKind } from '../../casework/assessments/retest-plan.ts'
import { type Client, clientKind } from '../../casework/clients/client.ts'
import type { ClientMerge } from '../../casework/clients/client-merge.ts'
import { clueKind } from '../../casework/clues/clue.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import { safetyPlanKind } from '../../casework/crisis/safety-plan.ts'
import { caseStandingKind } from '../../casework/files/case-standing.ts'
import { type CaseRecords, type CaseSummary, caseSummary } from '../../casework/files/case-summary.ts'
import { followUpKind } from '../../casework/follow-ups/follow-up.ts'
import type { FollowUpIntervals } from '../../casework/follow-ups/follow-up-intervals.ts'
import { sessionNoteKind } from '../../casework/notes/session-note.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import { referralKind } from '../../casework/referrals/referral.ts'
import { decisionsThatCount } from '../../casework/tiers/decisions-that-count.ts'
import { tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { tierProposalKind } from '../../casework/tiers/tier-proposal.ts'
import type { Listing, OpenVault } from '../../vault/vault.ts'
import { proposedRules } from '../rules-in-force.ts'

/** A record that could not be read, as `table/id`. */
export type Unreadable = string

type Others = Omit<CaseRecords, 'client'>
type KindOf<Records> = Records extends readonly Stored<infer Value>[] ? RecordKind<Value> : never

/** The kinds that a summary follows from, besides the client's own record. */
const kinds: { [Name in keyof Others]: KindOf<Others[Name]> } = {
  assessments: assessmentKind,
  alerts: criticalAlertKind,
  decisions: tierDecisionKind,
  plans: retestPlanKind,
  episodes: crisisEpisodeKind,
  followUps: followUpKind,
  referrals: referralKind,
  notes: sessionNoteKind,
  clues: clueKind,
  safetyPlans: safetyPlanKind,
  standings: caseStandingKind,
  proposals: tierProposalKind,
}
const names = Object.keys(kinds) as (keyof Others)[]

type OfAClient = Stored<{ clientId: string }>
/** Gives the records of a kind: all there are, or one client's. */
type Read = (kind: RecordKind<unknown>) => Promise<Listing<unknown>>

const unreadableOf = ({ table }: RecordKind<unknown>, { unreadable }: Listing<unknown>): Unreadable[] =>
  unreadable.map(({ id }) => `${table}/${id}`)

/** Reads every kind; what each holds by the name it has in a summary's records. */
const readKinds = async (read: Read) => {
  const listings = await Promise.all(names.map((name) => read(kinds[name])))
  return {
    // A kind's listing holds what its schema let through.
    records: listings.map(({ records }) => records as OfAClient[]),
    unreadable: names.flatMap((name, at) => {
      const listing = listings[at]
      return listing ? unreadableOf(kinds[name], listing) : []
    }),
  }
}

const recordsFrom = (client: Stored<Client> | null, lists: readonly (readonly OfAClient[])[]): CaseRecords =>
  ({ client, ...Object.fromEntries(names.map((name, at) => [name, lists[at] ?? []])) }) as CaseRecords

/** Sums up somebody of whom there is nothing but that they were registered: nothing waits yet, whatever the intervals. */
export const newClient = (client: Stored<Client>): CaseSummary =>
  caseSummary(client.id, recordsFrom(client, []), proposedRules.followUps)

/** Sums up files that are read together, under the first of them. */
export const summariseTogether = async (
  vault: Pick<OpenVault, 'get' | 'find'>,
  [id, ...others]: readonly [string, ...string[]],
  merges: readonly ClientMerge[],
  intervals: FollowUpIntervals,
): Promise<CaseSummary> => {
  const read = await Promise.all(
    [id, ...others].map((one) => readKinds((kind) => vault.find(kind, 'client', one))),
  )
  const lists = names.map((_, at) => read.flatMap(({ records }) => records[at] ?? []))
  const records = recordsFrom(await vault.get(clientKind, id), lists)
  const counting = decisionsThatCount(
    records.decisions.map(({ value }) => value),
    merges,
  )
  return caseSummary(
    id,
    {
      ...records,
      decisions: records.decisions.filter(({ value }) => counting.includes(value)),
      standings: records.standings.filter(({ value }) => value.clientId === id),
    },
    intervals,
  )
}

/** Summaries, and what could not be read for them. */
interface Summarised {
  summaries: CaseSummary[]
  unreadable: Unreadable[]
}

const summarise = async (
  clients: Listing<Client>,
  read: Read,
  intervals: FollowUpIntervals,
): Promise<Summarised> => {
  const { records, unreadable } = await readKinds(read)
  const known = new Map(clients.records.map((client) => [client.id, client]))
  const byClient = records.map((list) => Map.groupBy(list, ({ value }) => value.clientId))
  const ids = new Set([
    ...known.keys(),
    ...clients.unreadable.map(({ id }) => id),
    ...byClient.flatMap((own) => [...own.keys()]),
  ])
  const summaries = Array.from(ids, (id) =>
    caseSummary(
      id,
      recordsFrom(
        known.get(id) ?? null,
        byClient.map((own) => own.get(id) ?? []),
      ),
      intervals,
    ),
  )
  return { summaries, unreadable: [...unreadableOf(clientKind, clients), ...unreadable] }
}

/** Sums up these clients from their records, as far as there are any. */
export const summariseClients = async (
  vault: Pick<OpenVault, 'getAll' | 'findAny'>,
  ids: readonly string[],
  intervals: FollowUpIntervals,
): Promise<Summarised> =>
  summarise(await vault.getAll(clientKind, ids), (kind) => vault.findAny(kind, 'client', ids), intervals)

/** Sums up every client, from all records there are. */
export const summariseAll = async (
  vault: Pick<OpenVault, 'list'>,
  intervals: FollowUpIntervals,
): Promise<Summarised> => summarise(await vault.list(clientKind), (kind) => vault.list(kind), intervals)
