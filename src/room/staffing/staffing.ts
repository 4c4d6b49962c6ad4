import { done, refused } from '../../instruments/outcome.ts'
import { commands } from '../commands.ts'
import type { StaffingApi } from '../contract/staffing.ts'
import { eraseFile } from '../rights/erasing.ts'
import { keptByLaw } from '../rights/kept-by-law.ts'
import type { Seat } from '../seat.ts'
import { finishKeyWork } from './finish-key-work.ts'

/** Who works here and does what, and the end of a client's records. */
export const staffingApi = (seat: Seat): StaffingApi => ({
  async staffing() {
    const { vault } = seat.session()
    const { refused, ...pending } = await vault.staffing.pendingKeys()
    return { staff: vault.staffing.list(), ...pending, refused: refused.length }
  },
  ...commands({
    async setRoles({ id, roles }: Parameters<StaffingApi['setRoles']>[0]) {
      const { session, inbox } = seat.writing
      await session.vault.staffing.setRoles(id, roles)
      await finishKeyWork(session, inbox)
      return done(null)
    },
    async removeStaff(id: string) {
      const { session, inbox } = seat.writing
      await session.vault.staffing.remove(id)
      await finishKeyWork(session, inbox)
      return done(null)
    },
    async eraseClient(id: string) {
      const { session } = seat.writing
      const kept = await keptByLaw(session, id)
      if (kept !== null) return refused('RETENTION_NOT_OVER', { detail: { until: kept.until } })
      return done(await eraseFile(session, id))
    },
  }),
})
