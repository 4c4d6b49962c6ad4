import type { CrisisEpisode } from '../crisis/crisis-episode.ts'
import { crisisStanding } from '../crisis/crisis-standing.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import { type CallLine, followUpsLeft } from '../hotline/call-line.ts'
import type { Stored } from '../records/record.ts'
import { type HandOverItem, type HandOverSheet, handOverLists } from './hand-over-sheet.ts'

/** What a sheet is composed from. Episodes are there only for who may open them. */
export interface ToHandOver {
  calls: Iterable<CallLine>
  episodes: readonly { fileNumber: string; episode: Stored<CrisisEpisode> }[]
}

/** What is passed on, list by list. */
export type HandOverLists = Pick<HandOverSheet, (typeof handOverLists)[number]>

/** What a shift passes on, each list oldest first; `until`: when the next shift ends. */
export function composeHandOver(
  { calls, episodes }: ToHandOver,
  until: string,
  { crisis }: Pick<FollowUpIntervals, 'crisis'>,
): HandOverLists {
  const lists: HandOverLists = { crises: [], followUps: [], calls: [] }
  const end = Date.parse(until)
  for (const line of calls) {
    if (!line.isUnsettled) continue
    const item = { of: 'call' as const, record: line.id, number: line.number, level: line.level }
    if (line.isHighRisk) lists.crises.push({ ...item, at: line.startedAt })
    if (line.state === 'running' || line.state === 'handingOver')
      lists.calls.push({ ...item, at: line.endedAt ?? line.startedAt })
    for (const { due } of followUpsLeft(line))
      if (Date.parse(due) < end) lists.followUps.push({ ...item, at: due })
  }
  for (const { fileNumber, episode } of episodes) {
    const { state, level, followUps } = crisisStanding(episode.value, crisis)
    if (state === 'closed') continue
    const item = { of: 'crisis' as const, record: episode.id, number: fileNumber, level }
    lists.crises.push({ ...item, at: episode.value.openedAt })
    for (const { state: left, due } of followUps)
      if (left === 'left' && Date.parse(due) < end) lists.followUps.push({ ...item, at: due })
  }
  for (const list of handOverLists) lists[list].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return lists
}

const keyOf = ({ of, record, at }: HandOverItem): string => `${of} ${record} ${Date.parse(at)}`

/** What has come up since a sheet was composed, and so is missing from it. */
export const missingFromSheet = (sheet: HandOverLists, now: HandOverLists): HandOverItem[] =>
  handOverLists.flatMap((list) => {
    const there = new Set(sheet[list].map(keyOf))
    return now[list].filter((item) => !there.has(keyOf(item)))
  })
