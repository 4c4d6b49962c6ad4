import { crisisCourse } from '../../casework/crisis/crisis-course.ts'
import type { CrisisEpisode } from '../../casework/crisis/crisis-episode.ts'
import type { FollowUp } from '../../casework/follow-ups/follow-up.ts'
import { episodeAfterFollowUp } from '../../casework/follow-ups/follow-ups-by-tier.ts'
import { afterStep, stateAfter } from '../../casework/records/course.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

const takesInterview = ({ steps }: CrisisEpisode): boolean => {
  const state = stateAfter(crisisCourse, steps)
  return state !== null && afterStep(crisisCourse, state, 'interviewed') !== null
}

/**
 * The crisis a follow-up came upon: a new episode, or the talk as a step of the one that is open (`into`); null when the client
 * told of no danger. Refused with FOLLOW_UP_INVALID when too little of the talk was written down.
 */
export function crisisAfterFollowUp(
  followUp: Stored<FollowUp>,
  episodes: readonly Stored<CrisisEpisode>[],
): Outcome<{ into: Stored<CrisisEpisode> | null; episode: CrisisEpisode } | null> {
  const { result } = followUp.value
  const episode = episodeAfterFollowUp(followUp)
  if (episode === null || result === null) return done(null)
  if (result.entry.length < 5) return refused('FOLLOW_UP_INVALID', { at: 'entry' })
  const into = episodes.find(({ value }) => takesInterview(value))
  if (into === undefined) return done({ into: null, episode })
  const { doneBy: by, doneAt: at, entry: said } = result
  const talk = { kind: 'interviewed' as const, by, at, asked: 'confirmed' as const, said }
  return done({ into, episode: { ...into.value, steps: [...into.value.steps, talk] } })
}
