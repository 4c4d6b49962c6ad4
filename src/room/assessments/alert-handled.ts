import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import {
  type AlertHandling,
  type CriticalAlert,
  criticalAlertKind,
} from '../../casework/crisis/critical-alert.ts'
import { episodeAfterAlert } from '../../casework/crisis/episode-after-alert.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Change } from '../../vault/vault.ts'
import { nowAfter } from '../clock.ts'
import type { Session } from '../session.ts'

/** What has to be saved together when an alert was dealt with, and the crisis episode it opens or goes on with; null for none. */
export const alertHandled = async (
  { vault, me, ofClient }: Session,
  { id, revision, value }: Stored<CriticalAlert>,
  found: Omit<AlertHandling, 'handledBy' | 'handledAt'>,
): Promise<{ changes: Change[]; episode: string | null }> => {
  const { records: episodes } = await ofClient(crisisEpisodeKind, value.clientId)
  // Later than whatever stands in an episode, whatever the clock says now.
  const stands = [value.raisedAt, ...episodes.flatMap(({ value: { steps } }) => steps.at(-1)?.at ?? [])]
  const latest = stands.reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a))
  const handling: AlertHandling = { ...found, handledBy: me.id, handledAt: nowAfter(latest) }
  const handled: Change = {
    kind: criticalAlertKind,
    id,
    expectedRevision: revision,
    value: { ...value, handling },
  }
  const after = episodeAfterAlert({ id, value }, handling, episodes)
  if (after === null) return { changes: [handled], episode: null }
  const episode = after.kind === 'join' ? after.into : vault.drawId()
  const expectedRevision = episodes.find((one) => one.id === episode)?.revision ?? 0
  return {
    changes: [handled, { kind: crisisEpisodeKind, id: episode, expectedRevision, value: after.episode }],
    episode,
  }
}
