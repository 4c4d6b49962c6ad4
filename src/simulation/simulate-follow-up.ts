import type { FollowUp } from '../casework/follow-ups/follow-up.ts'
import type { SimulatedCases } from './simulated-room.ts'

/** Burden from which a synthetic person tells of thoughts when asked. */
const tellsFrom = 0.6

/** The follow-up a tier above general asked for, done at a visit on `day`; null where none was, or the person was not asked. */
export function simulateFollowUp(
  { decisions, alerts }: Pick<SimulatedCases, 'decisions' | 'alerts'>,
  { day, doneAt, doneBy, burden }: { day: string; doneAt: string; doneBy: string; burden: number },
): FollowUp | null {
  const last = decisions.at(-1)
  if (last === undefined || last.value.tier === 'general') return null
  const wentAway = alerts.some(
    ({ value: { raisedAt, handling } }) =>
      Date.parse(raisedAt) > Date.parse(last.value.decidedAt) && handling?.asked === 'notAsked',
  )
  if (wentAway) return null
  const tells = burden > tellsFrom
  return {
    clientId: last.value.clientId,
    due: day,
    why: { kind: 'tier', decision: last.id },
    plannedBy: doneBy,
    plannedAt: last.value.decidedAt,
    result: {
      doneBy,
      doneAt,
      mode: 'inRoom',
      reached: 'reached',
      askedAgain: tells ? 'thoughts' : 'none',
      entry: tells
        ? '示例：当面再次询问，本人说仍有不想活下去的想法，没有计划。'
        : '示例：当面再次询问，本人说没有这样的想法。',
    },
    cancelled: null,
  }
}
