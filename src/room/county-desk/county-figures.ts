import { takeIn } from '../../county/packages/import-package.ts'
import { rebuild } from '../../county/packages/rebuild.ts'
import { openPgliteStore } from '../../county/store/pglite-store.ts'
import type { Store } from '../../county/store/store.ts'
import { enterUnits } from '../../county/units/units.ts'
import { importMerge } from '../../county/upward/take-in-merge.ts'
import { keptFile } from '../../exchange/kept-package.ts'
import type { VerifiedMerge } from '../../exchange/merge/merge-merges.ts'
import type { VerifiedPackage } from '../../exchange/read-package.ts'
import { receivedPackageKind } from '../../exchange/received-package.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { today } from '../clock.ts'
import type { Seat } from '../seat.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { keptMerges } from './kept-merges.ts'
import { packageDesk } from './package-desk.ts'
import { countyUnits } from './units-of.ts'

interface OpenedStore {
  of: Session
  store: Promise<Store>
  /** The units that were entered last, as one text. */
  entered: string
}

/** The county's figures. They hang on the package files in the vault: where the two differ the figures are made anew. */
export class CountyFigures {
  readonly #seat: Seat
  #opened: OpenedStore | null = null

  constructor(seat: Seat) {
    this.#seat = seat
  }

  /** The store of this sitting, agreeing with the vault, with every unit entered. Rejects with NOT_THIS_KIND_OF_UNIT. */
  async store(): Promise<Store> {
    const { session, name } = this.#seat.open
    const { code } = await identityAs('county', session)
    if (this.#opened?.of !== session) {
      const store = openAgreeing(session, code, `idb://${name}-county`).catch(() =>
        // Figures that cannot be opened any more are made from the files, in memory.
        openAgreeing(session, code, 'memory://'),
      )
      this.#opened = { of: session, store, entered: '' }
    }
    const opened = this.#opened
    try {
      const store = await opened.store
      const units = await countyUnits(session)
      const said = JSON.stringify(units)
      if (opened.entered !== said) {
        await store.transaction((queries) => enterUnits(queries, code, units))
        opened.entered = said
      }
      return store
    } catch (problem) {
      await this.#close()
      throw problem
    }
  }

  /** Adds packages that the vault holds already; whatever happens to the figures now, they can be made from it. */
  async add(packages: readonly { verified: VerifiedPackage; received: string }[]): Promise<void> {
    try {
      await (await this.store()).transaction(async (queries) => {
        for (const { verified, received } of packages) await takeIn(queries, verified, received)
      })
    } catch {
      await this.#close()
      await this.store()
    }
  }

  /** Adds a merged package that the vault holds already, in the same way. */
  async addMerge(merge: VerifiedMerge): Promise<void> {
    try {
      await importMerge(await this.store(), merge, today())
    } catch {
      await this.#close()
      await this.store()
    }
  }

  async #close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    await opened?.store.then((store) => store.close()).catch(() => undefined)
  }
}

const openAgreeing = async (session: Session, county: string, place: string): Promise<Store> => {
  const store = await openPgliteStore(place, 'is emptied')
  const { records, unreadable } = await session.list(receivedPackageKind)
  const kept = new Map(records.map(({ value }) => [value.sha256, value]))
  const merges = await keptMerges(session)
  const isComplete =
    agrees(await hashesIn(store, 'packages', county), new Set(kept.keys()), unreadable) &&
    agrees(await hashesIn(store, 'merges', county), new Set(merges.map(({ merge }) => merge.sha256)), 0)
  if (!isComplete) {
    const files = [...kept.values()].map((received) => ({
      bytes: keptFile(received),
      day: received.arrivedOn ?? dayOf(received.receivedAt),
    }))
    await rebuild(store, await countyUnits(session), files, await packageDesk(session), merges)
  }
  return store
}

const hashesIn = async (store: Store, table: 'packages' | 'merges', county: string): Promise<string[]> =>
  (await store.query<{ sha256: string }>(`select sha256 from ${table} where county = $1`, [county])).map(
    ({ sha256 }) => sha256,
  )

/** Everything that is kept is there, and no more than figures that outlive a file which can no longer be read. */
const agrees = (there: readonly string[], kept: ReadonlySet<string>, unreadable: number): boolean => {
  const shared = there.filter((sha256) => kept.has(sha256)).length
  return shared === kept.size && there.length - shared <= unreadable
}
