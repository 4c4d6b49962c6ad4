import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { type Client, clientKind } from '../../casework/clients/client.ts'
import { clueKind } from '../../casework/clues/clue.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { disclosureKind } from '../../casework/disclosures/disclosure.ts'
import { mandatoryReportKind } from '../../casework/disclosures/mandatory-report.ts'
import { followUpKind } from '../../casework/follow-ups/follow-up.ts'
import { sessionNoteKind } from '../../casework/notes/session-note.ts'
import { type ProcessingLine, processingLog } from '../../casework/privacy/processing-log.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import { tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import type { Session } from '../session.ts'

type Read = <T>(kind: RecordKind<T>) => Promise<readonly Stored<T>[]>
type Grouped = <T>(kind: RecordKind<T>) => (clientId: string) => readonly Stored<T>[]

const kinds: readonly RecordKind<unknown>[] = [
  consentKind,
  assessmentKind,
  sessionNoteKind,
  tierDecisionKind,
  followUpKind,
  crisisEpisodeKind,
  clueKind,
  disclosureKind,
  mandatoryReportKind,
]

const values = <T>(records: readonly Stored<T>[]): T[] => records.map(({ value }) => value)

const logOf = ({ id: clientId, value: client }: Stored<Client>, of: Grouped): ProcessingLine[] =>
  processingLog({
    client,
    consents: of(consentKind)(clientId),
    assessments: values(of(assessmentKind)(clientId)),
    notes: values(of(sessionNoteKind)(clientId)),
    decisions: values(of(tierDecisionKind)(clientId)),
    followUps: values(of(followUpKind)(clientId)),
    crises: values(of(crisisEpisodeKind)(clientId)),
    clues: values(of(clueKind)(clientId)),
    disclosures: values(of(disclosureKind)(clientId)),
    reports: values(of(mandatoryReportKind)(clientId)),
  })

/** Reads every kind the log follows from. */
const grouped = async (read: Read): Promise<Grouped> => {
  const byKind = new Map<string, Map<string | null, Stored<unknown>[]>>()
  for (const kind of kinds) {
    const records = await read(kind)
    byKind.set(
      kind.table,
      Map.groupBy(records, ({ id, value }) => kind.clientOf(value, id)),
    )
  }
  // A kind's group holds what its schema let through.
  return <T>({ table }: RecordKind<T>) =>
    (clientId: string) =>
      (byKind.get(table)?.get(clientId) ?? []) as readonly Stored<T>[]
}

/** What was done with one client's data. */
export const processingOfClient = async (
  { get, ofClient }: Session,
  clientId: string,
): Promise<ProcessingLine[]> => {
  const of = await grouped(async (kind) => (await ofClient(kind, clientId)).records)
  return logOf(await get(clientKind, clientId), of)
}

/** What was done with every client's. */
export const processingOfAll = async ({ list }: Session): Promise<ProcessingLine[][]> => {
  const of = await grouped(async (kind) => (await list(kind)).records)
  const { records: clients } = await list(clientKind)
  return clients.map((client) => logOf(client, of))
}
