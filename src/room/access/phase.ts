import { type InboxStanding, inboxStanding } from '../client-mode/inbox-standing.ts'
import type { Phase } from '../contract/access.ts'
import { demoPassphrase } from '../demo/demo.ts'
import { isShut, lostCodes, lostRecords } from '../recovery/lost-records.ts'
import { codeOf, RoomError } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { isDiskFull } from '../storage-space.ts'
import { currentVault, inboxOf } from '../which-vault.ts'

/** What came from the client's page, as the screens are told of it. */
export const sealedAnswers = (standing: InboxStanding | null) => ({
  waitingAnswers: standing?.waiting ?? 0,
  unusableAnswers: standing?.unusable ?? null,
})

/** The screen for records that cannot be opened; null for any other problem. */
const phaseOfProblem = async (seat: Seat, problem: unknown): Promise<Phase | null> => {
  if (codeOf(problem) === 'NEWER_VAULT') return { phase: 'newer' }
  const lost = lostCodes.includes(codeOf(problem)) ? await lostRecords(seat) : null
  if (!lost) return null
  const { loss, seq: copiedSaves } = lost
  const diskFull = loss === 'UNREADABLE' && (await isDiskFull())
  return { phase: 'recovery', loss, copiedSaves, diskFull }
}

/** Where this installation stands while nobody is signed in. */
export const phaseOutside = async (seat: Seat): Promise<Phase> => {
  try {
    return await lockedPhase(seat)
  } catch (problem) {
    const phase = await phaseOfProblem(seat, problem)
    if (!phase) throw problem
    return phase
  }
}

const lockedPhase = async (seat: Seat): Promise<Phase> => {
  const vault = await currentVault()
  if (!vault) return { phase: 'new' }
  if (isShut(seat, vault.name, vault)) throw new RoomError('RECOVERY_NEEDED')
  const standing = await inboxStanding(await inboxOf(vault.name))
  return {
    phase: 'locked',
    unit: { kind: vault.kind, name: vault.unitName },
    language: vault.language,
    staff: vault.staff.map(({ id, name }) => ({ id, name })),
    recoverySheet: vault.recoverySheet,
    ...sealedAnswers(standing),
    clientModeOpen: standing?.sittingOpen ?? false,
    demoPassphrase: vault.kind === 'demo' ? demoPassphrase : null,
  }
}
