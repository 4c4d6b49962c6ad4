import { crisisClosingBlocks } from '../../casework/crisis/crisis-blocks.ts'
import type { CrisisEpisode } from '../../casework/crisis/crisis-episode.ts'
import { lateness } from '../../casework/crisis/crisis-follow-ups.ts'
import { approvalWay, crisisOpenSteps } from '../../casework/crisis/crisis-open-steps.ts'
import { crisisStanding, unreportedMiss } from '../../casework/crisis/crisis-standing.ts'
import type { FollowUpIntervals } from '../../casework/follow-ups/follow-up-intervals.ts'
import type { Taking } from '../../casework/records/approval-blocks.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { CrisisOnShow } from '../contract/crisis.ts'

/** An episode as it stands at a moment for somebody. */
export const crisisOnShow = (
  episode: Stored<CrisisEpisode>,
  by: string,
  taking: Taking,
  intervals: FollowUpIntervals['crisis'],
  at: string,
): CrisisOnShow => {
  const standing = crisisStanding(episode.value, intervals)
  return {
    episode,
    standing,
    followUps: standing.followUps.map((followUp) => ({ ...followUp, late: lateness(followUp, at) })),
    open: crisisOpenSteps(by, standing, taking),
    approval: approvalWay(by, standing, taking),
    closing: crisisClosingBlocks(standing, at),
    missed: unreportedMiss(standing, at),
  }
}
