import { addDays, dayOf } from '../tiering/calendar.ts'
import type { TierStanding } from '../tiering/tier-standing.ts'
import type { CriticalAlert } from './critical-alert.ts'
import type { HotlineCall } from './hotline-call.ts'
import type { Stored } from './record.ts'

const urgencies = ['now', 'today', 'week'] as const

/** Something that waits for somebody. Names stay out: the file number is enough to act on. */
export interface DueItem {
  kind: 'openAlert' | 'tierOverdue' | 'retestDue' | 'callFollowUp' | 'openCall'
  urgency: (typeof urgencies)[number]
  /** The client or the call. */
  id: string
  fileNumber: string | null
  /** Since when it is open (a moment), or when it is due (a moment; for a tier or a re-test a day). */
  at: string
}

interface Waiting {
  alerts: readonly Stored<CriticalAlert>[]
  clients: readonly { id: string; fileNumber: string; standing: TierStanding | null }[]
  /** Clients with a re-test due, each with the earliest day. */
  retests: readonly { clientId: string; due: string }[]
  calls: readonly Stored<HotlineCall>[]
}

/** For so many days after it was due a re-test can wait for the client's next visit; then somebody has to arrange it. */
const retestMayWaitDays = 7

/** What waits on `today` (a day), most urgent first and then the oldest. Every open alert stands in it by itself. */
export function followUpsDue({ alerts, clients, retests, calls }: Waiting, today: string): DueItem[] {
  const fileNumbers = new Map(clients.map(({ id, fileNumber }) => [id, fileNumber]))
  const items = [
    ...alerts.flatMap(({ value }) => openAlert(value, fileNumbers.get(value.clientId) ?? null)),
    ...clients.flatMap(overdueTier),
    ...retests.flatMap(({ clientId, due }) =>
      dueRetest(clientId, due, fileNumbers.get(clientId) ?? null, today),
    ),
    ...calls.flatMap((call) => waitingCall(call, today)),
  ]
  return items.sort(
    (a, b) =>
      urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || Date.parse(a.at) - Date.parse(b.at),
  )
}

const openAlert = (alert: CriticalAlert, fileNumber: string | null): DueItem[] =>
  alert.handling === null
    ? [{ kind: 'openAlert', urgency: 'now', id: alert.clientId, fileNumber, at: alert.raisedAt }]
    : []

function overdueTier({ id, fileNumber, standing }: Waiting['clients'][number]): DueItem[] {
  if (!standing?.overdue) return []
  const urgency = standing.tier === 'priority' ? 'today' : 'week'
  return [{ kind: 'tierOverdue', urgency, id, fileNumber, at: standing.reviewBy }]
}

function dueRetest(id: string, due: string, fileNumber: string | null, today: string): DueItem[] {
  if (due > today) return []
  const urgency = addDays(due, retestMayWaitDays) < today ? 'today' : 'week'
  return [{ kind: 'retestDue', urgency, id, fileNumber, at: due }]
}

function waitingCall({ id, value: call }: Stored<HotlineCall>, today: string): DueItem[] {
  const item = { urgency: 'today', id, fileNumber: null } as const
  if (call.endedAt === null) return [{ ...item, kind: 'openCall', at: call.startedAt }]
  if (call.followUpDue === null || call.followUp !== null || dayOf(call.followUpDue) > today) return []
  return [{ ...item, kind: 'callFollowUp', at: call.followUpDue }]
}
