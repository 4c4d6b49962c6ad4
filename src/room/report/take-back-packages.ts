import { plainName } from '../../exchange/plain-name.ts'
import { readPackage, type VerifiedPackage } from '../../exchange/read-package.ts'
import { returnedPackages } from '../../exchange/receipts/returned-packages.ts'
import {
  publishedAgain,
  type ReleasedTables,
  releasedTablesKind,
} from '../../exchange/release/released-tables.ts'
import { sentPackage, sentPackageKind } from '../../exchange/sent-package.ts'
import { packageName } from '../../exchange/write-package.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { closedAgain } from './count-period.ts'
import { confirmedBy, countyOf, ledgerOf, ownDesk, releasedOf } from './sent-reports.ts'

/** A file and what it was read as. */
interface ReturnedFile extends VerifiedPackage {
  bytes: Uint8Array
}

/** What the county's desk is told of such files is told otherwise here, where they should be this room's own. */
const saidHere: Partial<Record<string, string>> = {
  NOT_FOR_THIS_DESK: 'RETURNED_FOREIGN',
  UNKNOWN_SENDER: 'RETURNED_FOREIGN',
  WRONG_UNIT: 'RETURNED_FOREIGN',
  PACKAGE_DAMAGED: 'RETURNED_DAMAGED',
  SIGNATURE_INVALID: 'RETURNED_DAMAGED',
}

/** Reads each as this room's own; the first one that is refused stands for all, its name in `detail.file`. */
const readAll = async (
  session: Session,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<Outcome<ReturnedFile[]>> => {
  const county = await countyOf(session)
  if (!county) return refused('COUNTY_CARD_NEEDED')
  const desk = await ownDesk(session, county)
  const read: ReturnedFile[] = []
  for (const file of files) {
    const bytes = new Uint8Array(file.bytes)
    const one = await readPackage(bytes, desk)
    if (!one.ok) {
      const { code, detail, ...where } = one.refusal
      return refused(saidHere[code] ?? code, { ...where, detail: { ...detail, file: plainName(file.name) } })
    }
    read.push({ ...one.value, bytes })
  }
  return done(read)
}

/**
 * Puts packages back into the ledger that were written after the backup this room was restored from. They close their periods as if
 * they had never been lost; only what they were counted from is not known any more.
 */
export const takeBackPackages = async (
  session: Session,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<Outcome<{ periods: string[] }>> => {
  const { vault, me, commit } = session
  await identityAs('room', session)
  const released: ReleasedTables[] = await releasedOf(session)
  const read = await readAll(session, files)
  if (!read.ok) return read
  const missing = returnedPackages(read.value, await ledgerOf(session), await confirmedBy(session))
  if (!missing.ok) return missing
  const writes = []
  for (const { bytes, ...one } of missing.value) {
    const { payload, sha256 } = one
    const { unit } = payload.from
    const entry = publishedAgain(one, await closedAgain(session, payload, released))
    released.push(entry)
    const name = packageName({ unit, period: payload.period })
    // The package tells the day it was signed on and not who wrote it: whoever takes it back answers for it.
    const written = { writtenAt: `${payload.created}T00:00:00.000Z`, writtenBy: me.id }
    const sent = sentPackage({ name, bytes, sha256 }, payload, written)
    writes.push(
      { kind: sentPackageKind, id: vault.drawId(), expectedRevision: 0, value: sent },
      { kind: releasedTablesKind, id: vault.drawId(), expectedRevision: 0, value: entry },
    )
  }
  await commit(writes)
  void vault.trail.note({ action: 'imported', kind: sentPackageKind, detail: 'package' })
  return done({ periods: missing.value.map(({ payload }) => payload.period) })
}
