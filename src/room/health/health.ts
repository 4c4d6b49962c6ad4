import { done, type Outcome } from '../../instruments/outcome.ts'
import type { Listing } from '../../vault/vault.ts'
import { commands } from '../commands.ts'
import type { CountedRecords, HealthApi, UnreadableRecords } from '../contract/health.ts'
import { secondCopyIsServed } from '../journal/folders.ts'
import { recordKinds } from '../record-kinds.ts'
import { codeOf } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import type { Session } from '../session.ts'
import { spaceLeft } from '../storage-space.ts'

/** How the records stand, for whoever worries about them. */
export const healthApi = (seat: Seat): HealthApi => ({
  async health() {
    const { session, place } = seat.open
    const [{ rows, saves, savedAt, copy, former, layout }, served, left, persisted] = await Promise.all([
      session.vault.health(),
      secondCopyIsServed(),
      spaceLeft(),
      navigator.storage.persisted(),
    ])
    return {
      rows,
      saves,
      savedAt,
      counted: place.counting.last,
      copy: { where: served ? 'host' : 'browser', ...copy },
      space: { left, persisted },
      setAside: former.map(({ setAsideAt, keptUntil }) => ({ at: setAsideAt, keptUntil: keptUntil ?? null })),
      layout,
    }
  },
  ...commands({
    async checkRecords(): Promise<Outcome<{ counted: CountedRecords; unreadable: UnreadableRecords[] }>> {
      const { session, place } = seat.writing
      const counted = await place.counting.count({ anew: true })
      return done({ counted, unreadable: await unreadableIn(session) })
    },
    async goOnWithRecords(): Promise<Outcome<null>> {
      const { session, place } = seat.writing
      await session.vault.acceptAsIs()
      await place.counting.count({ anew: true })
      return done(null)
    },
  }),
})

/** Of a kind that cannot be read at all the count says that it does not fit. */
const noneRead = (problem: unknown): Pick<Listing<unknown>, 'unreadable'> => {
  if (codeOf(problem) === 'UNREADABLE') return { unreadable: [] }
  throw problem
}

/** Reads every record that the session's keys open, and gives what could not be read. */
const unreadableIn = async ({ vault }: Session): Promise<UnreadableRecords[]> => {
  const found: UnreadableRecords[] = []
  for (const kind of recordKinds.filter(({ domain }) => vault.opens(domain))) {
    const { unreadable } = await vault.list(kind).catch(noneRead)
    for (const [code, of] of Map.groupBy(unreadable, (one) => one.code))
      found.push({ table: kind.table, code, count: of.length })
  }
  return found
}
