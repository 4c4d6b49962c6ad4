import { type CrisisEpisode, crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { hoursAfter, lookedAfter, stepsOf } from '../../casework/crisis/crisis-follow-ups.ts'
import { responseLevelSchema } from '../../casework/crisis/response-level.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { Fact } from '../fact.ts'
import type { CountedKind } from './counted-kind.ts'
import type { People } from './people.ts'
import { clientOn, counts } from './subject.ts'

/** A day, with the half day around it in which the room's own list has the first follow-up done. */
const firstContactHours = 36

const helpers: Record<string, string> = {
  ambulance120: 'ambulance120',
  police110: 'police110',
  hospital: 'hospital',
  familyInformed: 'family',
}

/** An episode: what it began with, who was called, once each, and whether the client was reached within a day. */
function episodeFacts({ clientId, openedAt, from, steps }: CrisisEpisode, people: People): Fact[] {
  const opened = clientOn(people, clientId, dayOf(openedAt))
  const levels = stepsOf(steps, 'levelSet').map(({ level }) => level)
  const highest = responseLevelSchema.options.find((level) => levels.includes(level)) ?? null
  const called = new Map<string, string>()
  for (const { what, state, at } of stepsOf(steps, 'acted')) {
    const helper = helpers[what]
    if (helper !== undefined && state !== 'intended' && !called.has(helper)) called.set(helper, at)
  }
  const reached = stepsOf(steps, 'followedUp').find(lookedAfter)
  const inTime = hoursAfter(openedAt, firstContactHours)
  const contact =
    reached === undefined ? 'open' : Date.parse(reached.at) <= Date.parse(inTime) ? 'inTime' : 'late'
  return [
    { ...opened, ...counts('crisis', from.kind, highest) },
    { ...opened, ...counts('crisisContact', contact) },
    ...[...called].map(([helper, at]) => ({
      ...clientOn(people, clientId, dayOf(at)),
      ...counts('crisisHelp', helper),
    })),
  ]
}

export const countedCrises: CountedKind<CrisisEpisode> = {
  kind: crisisEpisodeKind,
  by: 'record',
  facts: (records, people) => records.flatMap(({ value }) => episodeFacts(value, people)),
}
