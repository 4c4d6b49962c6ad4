import { afterStep, stateAfter } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import { crisisCourse } from './crisis-course.ts'
import type { CrisisEpisode, CrisisStep } from './crisis-episode.ts'
import type { AlertHandling, CriticalAlert } from './critical-alert.ts'

/**
 * What becomes of the client's crisis episodes when an alert is handled: to be saved together with the handling. The handling
 * is the interview, and it sets the level. A client who denied what was answered, where help is only planned, is in none.
 * `episodes` are this person's, also those in a file that is read with theirs.
 *
 * `open`: a new episode · `join`: one that is open already and takes these steps, as several alerts of a visit are one
 * crisis · null: none.
 */
export function episodeAfterAlert(
  { id, value: { clientId, raisedAt } }: Pick<Stored<CriticalAlert>, 'id' | 'value'>,
  { handledBy: by, handledAt: at, asked, responseLevel: level, entry }: AlertHandling,
  episodes: readonly Stored<CrisisEpisode>[],
): { kind: 'open'; episode: CrisisEpisode } | { kind: 'join'; into: string; episode: CrisisEpisode } | null {
  if (asked === 'denied' && level === 'planned') return null
  const steps: CrisisStep[] = [
    { kind: 'interviewed', by, at, asked, said: entry },
    { kind: 'levelSet', by, at, level, because: entry },
  ]
  const held = episodes.find(({ value }) => takesInterview(value))
  if (held !== undefined)
    return {
      kind: 'join',
      into: held.id,
      episode: { ...held.value, steps: [...held.value.steps, ...steps] },
    }
  return {
    kind: 'open',
    episode: { clientId, openedBy: by, openedAt: raisedAt, from: { kind: 'alert', alertId: id }, steps },
  }
}

/** Not while it is being handed over: a talk would unsay that. */
function takesInterview({ steps }: CrisisEpisode): boolean {
  const state = stateAfter(crisisCourse, steps)
  return state !== null && afterStep(crisisCourse, state, 'interviewed') !== null
}
