import { callStepsOf } from '../hotline/call-step.ts'
import { callWaits } from '../hotline/call-waits.ts'
import type { HotlineCall } from '../hotline/hotline-call.ts'
import type { Stored } from '../records/record.ts'
import { type Urgency, urgencies, urgencyAt, type Wait, type WaitKind } from '../today/wait.ts'
import type { FollowUpIntervals } from './follow-up-intervals.ts'

/** What waits besides what a client's file says: calls, what a law asks of the room, and appointments. */
export const otherWaits = [
  'callFollowUp',
  'openCall',
  'mandatoryReport',
  'mandatoryReportOpen',
  'rightsRequest',
  'tellingOwed',
  'appointment',
  'appointmentOpen',
] as const

/** Something that waits for somebody. Names stay out: the file number is enough to act on. */
export interface DueItem {
  kind: WaitKind | (typeof otherWaits)[number]
  urgency: Urgency
  /** The client, the call, the report, the request or the appointment. */
  id: string
  /** The record to act on; of a call the call itself. */
  record: string
  fileNumber: string | null
  /** Whose it is; null when it is nobody's in particular. */
  staffId: string | null
  /** Since when it waits, or when it is due: a moment or a day. */
  at: string
}

interface Waiting {
  /** Also clients that cannot be read themselves, without their file number. */
  clients: readonly { id: string; fileNumber: string | null; waits: readonly Wait[] }[]
  calls: readonly Stored<HotlineCall>[]
  /** As `dutiesDue` and `appointmentsDue` give them. */
  duties: readonly DueItem[]
}

/** What waits at a moment, most urgent first and then the oldest. Every alert and every step that is due stands in it by itself. */
export function followUpsDue(
  { clients, calls, duties }: Waiting,
  now: string,
  { board }: Pick<FollowUpIntervals, 'board'>,
): DueItem[] {
  const items = [
    ...clients.flatMap(({ id, fileNumber, waits }) =>
      waits.flatMap((wait) => {
        const urgency = urgencyAt(wait, now)
        if (urgency === null) return []
        const { kind, record, staffId, at } = wait
        return [{ kind, urgency, id, record, fileNumber, staffId, at }]
      }),
    ),
    ...calls.flatMap((call) => waitingCall(call, now, board)),
    ...duties,
  ]
  return items.sort(
    (a, b) =>
      urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
  )
}

function waitingCall(
  { id, value: call }: Stored<HotlineCall>,
  now: string,
  board: FollowUpIntervals['board'],
): DueItem[] {
  const staffId = callStepsOf(call.steps ?? [], 'accepted').at(-1)?.by ?? call.worker
  return callWaits(call, board).flatMap(({ kind, at, from }) => {
    const urgency = urgencyAt({ from }, now)
    return urgency === null ? [] : [{ kind, urgency, id, record: id, fileNumber: null, staffId, at }]
  })
}
