import { dayOf, instantAt } from '../../tiering/calendar.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import type { Stored } from '../records/record.ts'
import { columnsFrom, type Wait } from '../today/wait.ts'
import type { CrisisEpisode } from './crisis-episode.ts'
import { hoursAfter } from './crisis-follow-ups.ts'
import { type CrisisStanding, crisisStanding, lacksVerified } from './crisis-standing.ts'

/** What waits in a crisis episode: itself until it is closed, each follow-up until it was missed, and what a supervisor is to see. */
export function crisisWaits(
  { id: record, value: episode }: Stored<CrisisEpisode>,
  { crisis, board }: Pick<FollowUpIntervals, 'crisis' | 'board'>,
): Wait[] {
  const standing = crisisStanding(episode, crisis)
  const { state, responsible, handedTo, followUps, escalatedAt, supervisorKnewAt } = standing
  if (state === 'closed') return []
  const { openedAt } = episode
  const waits: Wait[] = [
    {
      kind: 'openCrisis',
      record,
      at: openedAt,
      staffId: handedTo ?? responsible,
      from: openFrom(openedAt, standing),
    },
  ]
  for (const { state: followUpState, from, due, missed } of followUps) {
    if (followUpState !== 'left') continue
    const today = instantAt(dayOf(due), 0)
    waits.push({
      kind: 'crisisFollowUp',
      record,
      at: due,
      staffId: responsible,
      from: { week: from, today, now: due },
      until: missed,
    })
    if (supervisorKnewAt === null || Date.parse(supervisorKnewAt) < Date.parse(missed))
      waits.push({ kind: 'crisisMissed', record, at: missed, staffId: null, from: { now: missed } })
  }
  if (escalatedAt !== null)
    waits.push({
      kind: 'crisisEscalated',
      record,
      at: escalatedAt,
      staffId: null,
      from: columnsFrom(escalatedAt, board.crisisEscalated),
    })
  return waits
}

/** Red until the client was asked and what the level calls for was done; then as urgent as the next thing that is due. */
function openFrom(begun: string, standing: CrisisStanding): Wait['from'] {
  const { state, asked, toldAgain, next } = standing
  const openedAt = hoursAfter(begun, 0)
  if (state !== 'responding' || asked === null || toldAgain || lacksVerified(standing))
    return { now: openedAt }
  return { week: openedAt, ...(next === null ? {} : { today: instantAt(dayOf(next.at), 0), now: next.at }) }
}
