import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { databaseHomeOpens, moveDatabaseHome } from '../../vault/store/database-home.ts'
import { rebuild } from '../../vault/store/rebuild.ts'
import { acquireWriter } from '../../vault/store/writer-lock.ts'
import { commands } from '../commands.ts'
import type { Recovered, RecoveryApi } from '../contract/recovery.ts'
import { placeOf } from '../place-of.ts'
import type { Seat } from '../seat.ts'
import { lostRecords } from './lost-records.ts'

const rebuilt = async (vault: string): Promise<Outcome<Recovered>> => {
  if (!(await databaseHomeOpens()) && !(await moveDatabaseHome())) return refused('BROWSER_STORAGE_BROKEN')
  const { rows, seq, whole } = await rebuild(await placeOf(vault))
  return done({ rows, saves: seq, whole })
}

/** Making records anew that cannot be worked with. Nothing is ever deleted by it. */
export const recoveryApi = (seat: Seat): RecoveryApi => ({
  ...commands({
    async recoverRecords(): Promise<Outcome<Recovered>> {
      if (seat.taken) {
        const outcome = await rebuilt(seat.writing.name)
        seat.leave()
        return outcome
      }
      const lost = await lostRecords(seat)
      if (!lost) return refused('NOTHING_LOST')
      const release = await acquireWriter(lost.name)
      if (!release) return refused('OPEN_ELSEWHERE')
      const outcome = await rebuilt(lost.name).finally(release)
      seat.shut = null
      return outcome
    },
  }),
})
