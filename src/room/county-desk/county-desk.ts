import { completeness } from '../../county/board/completeness.ts'
import { previewImport } from '../../county/packages/import-package.ts'
import { heldPackage, heldPackageKind } from '../../exchange/held-package.ts'
import { keptFile } from '../../exchange/kept-package.ts'
import { plainName } from '../../exchange/plain-name.ts'
import { readPackage, type VerifiedPackage } from '../../exchange/read-package.ts'
import { receivedPackage, receivedPackageKind } from '../../exchange/received-package.ts'
import { refusedFileKind } from '../../exchange/refused-file.ts'
import { packageName } from '../../exchange/write-package.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { axesOf } from '../../statistics/axis.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CountyDeskApi, PackageOnShow, ReceivedFile } from '../contract/county-desk.ts'
import type { CountyFiguresAsked, CountyFigures as FiguresOnShow } from '../contract/county-figures.ts'
import { releasePlan } from '../release-plan.ts'
import { tableOnShow } from '../report/table-on-show.ts'
import type { Seat } from '../seat.ts'
import { identityAs } from '../unit-identity.ts'
import { campaignCommands, countyCampaigns } from './campaigns/county-campaigns.ts'
import { CountyFigures } from './county-figures.ts'
import { countyReviews } from './county-review.ts'
import { countyStatements } from './county-statements.ts'
import { figuresOnShow } from './figures-on-show.ts'
import { expectedUnits, packageDesk } from './package-desk.ts'
import { packagesOf } from './packages-of.ts'
import { mergeImport } from './upward/merge-import.ts'
import { upwardCommands } from './upward/upward.ts'
import { upwardOverview } from './upward/upward-overview.ts'
import { waitingPackages } from './waiting-packages.ts'

interface CheckedPackage {
  verified: VerifiedPackage
  shown: PackageOnShow
}

/** The county desk: takes packages in after every check and adds them up. */
export const countyDeskApi = (seat: Seat): CountyDeskApi => {
  const { session } = seat
  const figures = new CountyFigures(seat)

  const check = async (bytes: Uint8Array): Promise<Outcome<CheckedPackage>> => {
    const read = await readPackage(bytes, await packageDesk(session()))
    if (!read.ok) return read
    const { payload, sha256 } = read.value
    const judgement = await previewImport(await figures.store(), read.value)
    if (judgement.decision === 'refused')
      return refused(judgement.code, { detail: { against: judgement.against } })
    const room = (await expectedUnits(session())).find(({ code }) => code === payload.from.unit)
    const shown: PackageOnShow = {
      from: { name: room?.name ?? payload.from.unit, code: payload.from.unit },
      period: payload.period,
      seq: payload.seq,
      sha256,
      tables: payload.tables.map((table) => tableOnShow(releasePlan, table)),
      known: judgement.decision === 'known',
      unusual: judgement.decision === 'new' ? judgement.unusual : [],
    }
    return done({ verified: read.value, shown })
  }

  /** Keeps the name and the reason of a file that was not taken in. */
  const noteRefusal = async (name: string, code: string): Promise<void> => {
    const { vault, me, commit } = session()
    const value = { name: plainName(name).slice(0, 300), code, refusedAt: now(), refusedBy: me.id }
    await commit([{ kind: refusedFileKind, id: vault.drawId(), expectedRevision: 0, value }])
  }

  /** Keeps a package in order in itself until those before it have come. */
  const hold = async (bytes: Uint8Array): Promise<void> => {
    const read = await readPackage(bytes, await packageDesk(session()))
    const { vault, me, commit, list } = session()
    const held = (await list(heldPackageKind)).records
    if (!read.ok || held.some(({ value }) => value.sha256 === read.value.sha256)) return
    const value = heldPackage(bytes, read.value, { heldAt: now(), heldBy: me.id })
    await commit([{ kind: heldPackageKind, id: vault.drawId(), expectedRevision: 0, value }])
  }

  const checkFile = async (file: { name: string; bytes: Uint8Array }) => {
    const checked = await check(file.bytes)
    if (checked.ok) return checked
    if (checked.refusal.code === 'CHAIN_GAP') await hold(file.bytes)
    else await noteRefusal(file.name, checked.refusal.code)
    return checked
  }

  const keep = async (bytes: Uint8Array, verified: VerifiedPackage): Promise<void> => {
    const { vault, me, commit } = session()
    const value = receivedPackage(bytes, verified, { receivedAt: now(), receivedBy: me.id })
    await commit([{ kind: receivedPackageKind, id: vault.drawId(), expectedRevision: 0, value }])
    await figures.add(verified)
  }

  /**
   * Takes in what waited for this package, as if it came today. Of what cannot be taken name and reason are kept as of any file: two may
   * have waited for one place.
   */
  const takeWaiting = async ({ from, seq }: PackageOnShow): Promise<void> => {
    const held = (await session().list(heldPackageKind)).records.map(({ value }) => value)
    const after = held.filter((waiting) => waiting.unit === from.code && waiting.seq > seq)
    for (const waiting of after.toSorted((a, b) => a.seq - b.seq)) {
      const bytes = keptFile(waiting)
      const checked = await check(bytes)
      if (!checked.ok) {
        if (checked.refusal.code !== 'CHAIN_GAP')
          await noteRefusal(packageName(waiting), checked.refusal.code)
      } else if (!checked.value.shown.known) await keep(bytes, checked.value.verified)
    }
  }

  return {
    async countyPicture() {
      const { code } = await identityAs('county', session())
      const reports = await completeness(await figures.store(), code)
      const packages = await session().list(receivedPackageKind)
      const refusals = await session().list(refusedFileKind)
      const held = await session().list(heldPackageKind)
      return {
        periods: [...new Set(reports.flatMap(({ periods }) => periods))].sort().reverse(),
        tables: releasePlan.tables.map((table) => ({
          id: table.id,
          title: table.title,
          period: table.period,
          unit: table.unit,
          isStock: table.stock,
          dims: axesOf(releasePlan, table).map(({ id, title, codes }) => ({ id, title, codes })),
        })),
        reported: reports.map(({ unit, name, periods }) => ({ unit: { name, code: unit }, periods })),
        refused: refusals.records
          .toSorted((a, b) => b.value.refusedAt.localeCompare(a.value.refusedAt))
          .map(({ value: { name, code: reason, refusedAt } }) => ({ name, code: reason, at: refusedAt })),
        waiting: await waitingPackages(
          held.records.map(({ value }) => value),
          await expectedUnits(session()),
          check,
        ),
        unreadable: packages.unreadable + refusals.unreadable + held.unreadable,
      }
    },
    async upwardOverview() {
      return upwardOverview(session(), figures)
    },
    async countyCampaigns() {
      return countyCampaigns(session())
    },
    ...commands({
      ...countyStatements(session),
      ...campaignCommands(session),
      ...upwardCommands(session, figures),
      ...mergeImport(session, figures),
      ...countyReviews(session, figures),
      async checkPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>> {
        const checked = await checkFile(file)
        return checked.ok ? done(checked.value.shown) : checked
      },
      async importPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>> {
        const checked = await checkFile(file)
        if (!checked.ok) return checked
        const { verified, shown } = checked.value
        if (shown.known) return done(shown)
        await keep(file.bytes, verified)
        await takeWaiting(shown)
        return done(shown)
      },
      async packagesOf(unit: string): Promise<Outcome<{ packages: ReceivedFile[] }>> {
        return done({ packages: await packagesOf(session(), unit) })
      },
      async countyFigures(asked: CountyFiguresAsked): Promise<Outcome<FiguresOnShow>> {
        const { code } = await identityAs('county', session())
        return figuresOnShow(await figures.store(), code, asked)
      },
    }),
  }
}
