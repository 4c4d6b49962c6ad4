import type { Stored } from '../../casework/records/record.ts'
import { type EvidenceRecords, evidenceOf } from '../../casework/tiers/evidence-of.ts'
import type { ReplayCase } from '../../tiering/replay.ts'
import type { Tier } from '../../tiering/tier.ts'
import type { Listing } from '../../vault/vault.ts'
import type { SummarisedClient } from '../clients/case-summaries.ts'
import { evidenceKinds } from '../clients/client-evidence.ts'
import { scaleOn } from '../library/scale-on.ts'
import type { Session } from '../session.ts'

/** The people a replay looks at: everybody whose file is open. */
export interface ReplayCases {
  clients: readonly { id: string; fileNumber: string; held: Tier | null }[]
  caseOf(client: { id: string }): ReplayCase
  unreadable: number
}

/** Reads what the rules may look at of the whole caseload. Rejects with NO_KEY. */
export const replayCases = async (session: Session): Promise<ReplayCases> => {
  const { vault, cases, merged } = session
  const { readUnder } = await merged()
  let unreadable = 0
  const byClient = <T extends { clientId: string }>({ records, unreadable: lost }: Listing<T>) => {
    unreadable += lost.length
    return Map.groupBy(records, ({ value }: Stored<T>) => readUnder(value.clientId))
  }
  const kept = {
    assessments: byClient(await vault.list(evidenceKinds.assessments)),
    paperScores: byClient(await vault.list(evidenceKinds.paperScores)),
    alerts: byClient(await vault.list(evidenceKinds.alerts)),
    episodes: byClient(await vault.list(evidenceKinds.episodes)),
    followUps: byClient(await vault.list(evidenceKinds.followUps)),
    clues: byClient(await vault.list(evidenceKinds.clues)),
  }
  const scaleOf = await scaleOn(session)
  const { clients } = await cases()
  return {
    clients: clients.filter(({ file }) => file !== 'closed').map(lineOf),
    caseOf({ id }) {
      const records: EvidenceRecords = {
        assessments: kept.assessments.get(id) ?? [],
        paperScores: kept.paperScores.get(id) ?? [],
        alerts: kept.alerts.get(id) ?? [],
        episodes: kept.episodes.get(id) ?? [],
        followUps: kept.followUps.get(id) ?? [],
        clues: kept.clues.get(id) ?? [],
      }
      return { id, evidence: evidenceOf(records, scaleOf) }
    },
    unreadable,
  }
}

const lineOf = ({ id, entry, decided }: SummarisedClient) => ({
  id,
  fileNumber: entry.client.fileNumber,
  held: decided?.tier ?? null,
})
