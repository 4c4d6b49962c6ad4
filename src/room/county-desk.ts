import { completeness } from '../county/completeness.ts'
import { importPackage, previewImport } from '../county/import-package.ts'
import type { Store } from '../county/store.ts'
import { totals } from '../county/totals.ts'
import { putUnit } from '../county/units.ts'
import { readPackage, type VerifiedPackage } from '../exchange/read-package.ts'
import { receivedPackage, receivedPackageKind } from '../exchange/received-package.ts'
import { refusedFileKind } from '../exchange/refused-file.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { now } from './clock.ts'
import { commands } from './commands.ts'
import type { CountyDeskApi, CountyTotals, PackageOnShow } from './contract/county-desk.ts'
import { expectedUnits, openCountyStore, packageDesk } from './county-store.ts'
import { planReference, releasePlan } from './release-plan.ts'
import type { Seat } from './seat.ts'
import { tableOnShow } from './table-on-show.ts'
import { identityAs } from './unit-identity.ts'

interface CheckedPackage {
  verified: VerifiedPackage
  shown: PackageOnShow
}

/** The county desk: takes packages in after every check and adds them up. */
export const countyDeskApi = (seat: Seat): CountyDeskApi => {
  const { session } = seat
  let opened: { of: object; store: Promise<Store> } | null = null

  /** The store of this sitting, with every accepted room entered. */
  const openedStore = async (): Promise<Store> => {
    const sitting = session()
    if (opened?.of !== sitting) {
      opened = { of: sitting, store: openCountyStore(sitting, `idb://${seat.name()}-county`) }
    }
    const store = await opened.store
    const { code } = await identityAs('county', sitting)
    for (const unit of await expectedUnits(sitting)) await putUnit(store, code, unit)
    return store
  }

  const check = async (bytes: Uint8Array): Promise<Outcome<CheckedPackage>> => {
    const read = await readPackage(bytes, await packageDesk(session()))
    if (!read.ok) return read
    const { payload, sha256 } = read.value
    const judgement = await previewImport(await openedStore(), read.value)
    if (judgement.decision === 'refused')
      return refused(judgement.code, { detail: { against: judgement.against } })
    const room = (await expectedUnits(session())).find(({ unit }) => unit === payload.from.unit)
    const shown: PackageOnShow = {
      from: { name: room?.name ?? payload.from.unit, code: payload.from.unit },
      period: payload.period,
      seq: payload.seq,
      sha256,
      trial: payload.trial,
      tables: payload.tables.map((table) => tableOnShow(releasePlan, table)),
      known: judgement.decision === 'known',
    }
    return done({ verified: read.value, shown })
  }

  /** Keeps the name and the reason of a file that was not taken in. */
  const noteRefusal = async (name: string, code: string): Promise<void> => {
    const { vault, me, commit } = session()
    const value = { name: name.slice(0, 300), code, refusedAt: now(), refusedBy: me.id }
    await commit([{ kind: refusedFileKind, id: vault.drawId(), expectedRevision: 0, value }])
  }

  const checkFile = async (file: { name: string; bytes: Uint8Array }) => {
    const checked = await check(file.bytes)
    if (!checked.ok) await noteRefusal(file.name, checked.refusal.code)
    return checked
  }

  return {
    async countyPicture() {
      const { code } = await identityAs('county', session())
      const reports = await completeness(await openedStore(), code)
      const refusals = (await session().list(refusedFileKind)).records.map(({ value }) => value)
      return {
        periods: [...new Set(reports.flatMap(({ periods }) => periods))].sort().reverse(),
        tables: releasePlan.tables.map(({ id, title, period }) => ({ id, title, period })),
        reported: reports.map(({ unit, name, periods }) => ({ unit: { name, code: unit }, periods })),
        refused: refusals
          .toSorted((a, b) => b.refusedAt.localeCompare(a.refusedAt))
          .map(({ name, code: reason, refusedAt }) => ({ name, code: reason, at: refusedAt })),
      }
    },
    ...commands({
      async checkPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>> {
        const checked = await checkFile(file)
        return checked.ok ? done(checked.value.shown) : checked
      },
      async importPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>> {
        const checked = await checkFile(file)
        if (!checked.ok) return checked
        const { verified, shown } = checked.value
        if (shown.known) return done(shown)
        const { vault, me, commit } = session()
        const record = receivedPackage(file.bytes, verified, { receivedAt: now(), receivedBy: me.id })
        await commit([{ kind: receivedPackageKind, id: vault.drawId(), expectedRevision: 0, value: record }])
        await importPackage(await openedStore(), verified)
        return done(shown)
      },
      async countyTotals(asked: { table: string; period: string }): Promise<Outcome<CountyTotals>> {
        const { code } = await identityAs('county', session())
        const { sha256 } = await planReference()
        const store = await openedStore()
        const sum = await totals(store, releasePlan, { ...asked, county: code, planSha256: sha256 })
        if (!sum) return refused('UNKNOWN_TABLE', { at: asked.table })
        const { cells, units, errorBound } = sum
        return done({
          table: tableOnShow(releasePlan, { id: asked.table, cells }),
          units,
          errorBound,
        })
      },
    }),
  }
}
