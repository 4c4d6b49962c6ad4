import { refused } from '../../instruments/outcome.ts'
import type { GuardedAction } from '../contract/access.ts'
import type { RoomApi } from '../contract/room-api.ts'
import { demoPassphrase } from '../demo/demo.ts'
import type { Seat } from '../seat.ts'

/**
 * What is done only after the person signed in typed their passphrase again: what carries something out of here, who may
 * sign in, and by which rules this unit works. Somebody else may have sat down at an open window.
 */
export const guardedCommands = {
  writeReport: 'export',
  storedReport: 'export',
  viewOfReport: 'export',
  packagesOf: 'export',
  writeUpward: 'export',
  storedUpward: 'export',
  exportAssessment: 'export',
  sendReferralFile: 'export',
  releaseDiscussion: 'export',
  exportCounts: 'export',
  handInCounts: 'export',
  exportAudit: 'export',
  addStaff: 'staff',
  setRoles: 'staff',
  removeStaff: 'staff',
  eraseClient: 'erase',
  eraseOnRequest: 'erase',
  handOverCopy: 'export',
  openOwnCopy: 'export',
  replaceRecoverySheet: 'recovery',
  offerInstrument: 'policy',
  confirmNonCommercial: 'policy',
  signInImport: 'policy',
  enrolCard: 'policy',
  changeMyKey: 'policy',
  takeKeyChange: 'policy',
  revokeKey: 'policy',
  changeSettings: 'policy',
  adoptTierRules: 'policy',
  prepareRestore: 'restore',
} as const satisfies Partial<Record<keyof RoomApi, GuardedAction>>

/** Their refusals are lists of faults. */
const givesFaults: ReadonlySet<string> = new Set<keyof typeof guardedCommands>(['signInImport'])

/**
 * The same room, in which the guarded commands are refused with PASSPHRASE_NEEDED, the kind of action in `at`, until
 * `confirmMe` was given the passphrase for that kind. Nothing is done by a refused one.
 */
export const requirePassphrase = (seat: Seat, api: RoomApi): RoomApi => {
  const guarded = Object.entries(guardedCommands).map(([name, action]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      if (!seat.taken || seat.confirmations.isFresh(action))
        return Reflect.apply(Reflect.get(api, name), api, args)
      const detail = seat.session().unit.kind === 'demo' ? { demoPassphrase } : {}
      const outcome = refused('PASSPHRASE_NEEDED', { at: action, detail })
      return givesFaults.has(name) ? { ok: false, refusal: [outcome.refusal] } : outcome
    },
  ])
  return { ...api, ...Object.fromEntries(guarded) }
}
