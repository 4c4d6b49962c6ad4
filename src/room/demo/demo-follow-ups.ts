import { type FollowUp, followUpKind } from '../../casework/follow-ups/follow-up.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { today } from '../clock.ts'

/** Days from today on which somebody in watch is due: long overdue, today, and soon. */
const dueIn = [-9, 0, 2] as const

/** Follow-ups that wait, one in each column of the day's board. */
export const demoFollowUps = (
  vault: Pick<OpenVault, 'drawId' | 'staff'>,
  { clients, decisions }: Pick<SimulatedRoom, 'clients' | 'decisions'>,
): Change[] => {
  const watched = clients.flatMap(({ id }) => {
    const last = decisions.findLast(({ value }) => value.clientId === id)
    return last?.value.tier === 'watch' ? [last] : []
  })
  return dueIn.flatMap((days, place) => {
    const decision = watched[place]
    if (decision === undefined) return []
    const { clientId, decidedAt } = decision.value
    const followUp: FollowUp = {
      clientId,
      due: addDays(today(), days),
      why: { kind: 'tier', decision: decision.id },
      plannedBy: vault.staff.id,
      plannedAt: decidedAt,
      result: null,
      cancelled: null,
    }
    return [{ kind: followUpKind, id: vault.drawId(), expectedRevision: 0, value: followUp }]
  })
}
