import type { Keeping, StagedPackage } from '../../county/packages/batch/keeping.ts'
import type { Judgement } from '../../county/packages/judge-package.ts'
import { UnitHistory } from '../../county/packages/unit-history.ts'
import { heldPackage, heldPackageKind } from '../../exchange/held-package.ts'
import { keptFile } from '../../exchange/kept-package.ts'
import { receivedPackage, receivedPackageKind } from '../../exchange/received-package.ts'
import { packageName } from '../../exchange/write-package.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { now, today } from '../clock.ts'
import type { Session } from '../session.ts'
import type { CountyFigures } from './county-figures.ts'
import { DeskQuarantine } from './desk-quarantine.ts'

/** Packages saved by one commit: each costs the disk as much by itself. */
const savedTogether = 20

/** A desk with a vault: what comes is saved there first, and the figures follow from it. */
export const deskKeeping = (
  session: Session,
  county: string,
  figures: Pick<CountyFigures, 'store' | 'add'>,
): Keeping => {
  const { vault, me, commit, list } = session
  const quarantine = new DeskQuarantine(session)
  return {
    county,
    atOnce: savedTogether,
    queries: () => figures.store(),
    async take(packages) {
      const queries = await figures.store()
      const histories = new Map<string, UnitHistory>()
      const judgements: Judgement[] = []
      for (const { verified } of packages) {
        const { unit } = verified.payload.from
        const history = histories.get(unit) ?? (await UnitHistory.read(queries, county, unit))
        histories.set(unit, history)
        judgements.push((await history.judge(verified)).judgement)
      }
      const taken = packages.filter((_, place) => judgements[place]?.decision === 'new')
      await commit(
        taken.map(({ bytes, verified, received }) => ({
          kind: receivedPackageKind,
          id: vault.drawId(),
          expectedRevision: 0,
          value: receivedPackage(bytes, verified, {
            receivedAt: now(),
            receivedBy: me.id,
            ...(received < today() ? { arrivedOn: received } : {}),
          }),
        })),
      )
      await figures.add(taken)
      await letOut(packages.filter((_, place) => judgements[place]?.decision !== 'refused'))
      return judgements
    },
    async hold({ bytes, verified }) {
      const held = (await list(heldPackageKind)).records
      if (held.some(({ value }) => value.sha256 === verified.sha256)) return
      const value = heldPackage(bytes, verified, { heldAt: now(), heldBy: me.id })
      await commit([{ kind: heldPackageKind, id: vault.drawId(), expectedRevision: 0, value }])
    },
    refuse: (file) => quarantine.keep(file),
    async *waiting(units) {
      const received = new Set((await list(receivedPackageKind)).records.map(({ value }) => value.sha256))
      for (const { value } of (await list(heldPackageKind)).records)
        if (units.has(value.unit) && !received.has(value.sha256))
          yield { name: packageName(value), bytes: keptFile(value), received: dayOf(value.heldAt) }
    },
  }

  async function letOut(packages: readonly StagedPackage[]): Promise<void> {
    const files = new Set(packages.map(({ fileSha256 }) => fileSha256))
    const { records } = await quarantine.entries()
    const out = records.filter(({ value }) => !value.out && value.sha256 && files.has(value.sha256))
    if (out.length > 0) await quarantine.end(new Set(out.map(({ id }) => id)), 'taken', '')
  }
}
