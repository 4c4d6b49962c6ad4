import { writeReceipt } from '../../exchange/receipts/receipt.ts'
import { type ReceivedPackage, receivedPackageKind } from '../../exchange/received-package.ts'
import { writeZip } from '../../exchange/workbook/write-zip.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { roomKeys } from './package-desk.ts'

/** How far this county has a room's packages, signed. */
export const receiptFor = async (
  session: Session,
  unit: string,
): Promise<Outcome<{ file: OutgoingFile }>> => {
  const written = await writeReceipts(session, [unit])
  const [file] = written.ok ? written.value : []
  if (!written.ok) return written
  return file ? done({ file }) : refused('UNKNOWN_SENDER', { at: unit })
}

/** The same for several rooms, in one archive. */
export const receiptsFor = async (
  session: Session,
  units: readonly string[],
): Promise<Outcome<{ file: OutgoingFile }>> => {
  const written = await writeReceipts(session, [...new Set(units)].sort())
  if (!written.ok) return written
  const parts = written.value.map(({ name, bytes }) => ({ name, content: new TextDecoder().decode(bytes) }))
  return done({ file: { name: `anxin-receipts-${today()}.zip`, bytes: await writeZip(parts) } })
}

const writeReceipts = async (
  session: Session,
  units: readonly string[],
): Promise<Outcome<OutgoingFile[]>> => {
  const { code, keys } = await identityAs('county', session)
  const known = new Set([...(await roomKeys(session)).values()].map(({ unit }) => unit))
  const stranger = units.find((unit) => !known.has(unit))
  if (stranger !== undefined) return refused('UNKNOWN_SENDER', { at: stranger })
  const { records, unreadable } = await session.list(receivedPackageKind)
  // A receipt that says too little would let a room go on from the wrong place.
  if (unreadable > 0) throw new RoomError('UNREADABLE')
  const byUnit = Map.groupBy(
    records.map(({ value }) => value),
    ({ unit }) => unit,
  )
  const files: OutgoingFile[] = []
  for (const unit of units) {
    const last = (byUnit.get(unit) ?? []).reduce(newest, null)
    files.push(await writeReceipt({ county: code, unit, last, issued: now() }, keys))
  }
  return done(files)
}

/** The newest package of a unit: the last one taken in, for each chain is taken in order. */
const newest = (last: ReceivedPackage | null, received: ReceivedPackage): ReceivedPackage => {
  if (last === null || received.receivedAt > last.receivedAt) return received
  return received.receivedAt === last.receivedAt && received.seq > last.seq ? received : last
}
