import { instantAt } from '../../tiering/calendar.ts'
import type { BoardColumns } from '../follow-ups/follow-up-intervals.ts'

/** The columns of the day's board, most urgent first: red, yellow, green. */
export const urgencies = ['now', 'today', 'week'] as const
export type Urgency = (typeof urgencies)[number]

export const waitKinds = [
  'openAlert',
  'openCrisis',
  'crisisFollowUp',
  'crisisMissed',
  'crisisEscalated',
  'followUp',
  'referral',
  'unsignedNote',
  'clueExpiring',
  'safetyPlanReview',
  'closureWaiting',
  'tierProposal',
  'retestDue',
  'tierOverdue',
  'evidenceExpiring',
] as const
export type WaitKind = (typeof waitKinds)[number]

/** Something of a client that waits for somebody; it follows from the records alone, whatever the time. */
export interface Wait {
  kind: WaitKind
  /** The record to act on. */
  record: string
  /** Since when it waits, or when it is due: a moment, or a day. */
  at: string
  /** Whose it is; null when it is nobody's in particular. */
  staffId: string | null
  /** The moments (as `toISOString` writes them) from which on it stands in a column; the most urgent that has come counts. */
  from: Partial<Record<Urgency, string>>
  /** From this moment on it waits no more, or as something else. */
  until?: string
}

const dayLength = 24 * 3_600_000

/** When something stands in which column, counted from a moment or from the beginning of a day. */
export function columnsFrom(at: string, columns: BoardColumns): Wait['from'] {
  const start = Date.parse(at.includes('T') ? at : instantAt(at, 0))
  const from: Wait['from'] = {}
  for (const urgency of urgencies) {
    const days = columns[urgency]
    if (days !== undefined) from[urgency] = new Date(start + days * dayLength).toISOString()
  }
  return from
}

/** In which column something stands at a moment; null when it does not wait then. All moments are in the one form they are stored in. */
export function urgencyAt({ from, until }: Pick<Wait, 'from' | 'until'>, now: string): Urgency | null {
  if (until !== undefined && now >= until) return null
  return (
    urgencies.find((urgency) => {
      const since = from[urgency]
      return since !== undefined && since <= now
    }) ?? null
  )
}
