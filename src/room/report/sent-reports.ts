import { thumbprintOf } from '../../exchange/compact-jws.ts'
import { isInForce } from '../../exchange/keys/key-standing.ts'
import type { PackagePayload } from '../../exchange/package-payload.ts'
import { type PackageDesk, readPackage } from '../../exchange/read-package.ts'
import { agreesWithReceipts, type Confirmed } from '../../exchange/receipts/agree.ts'
import { takenReceiptKind } from '../../exchange/receipts/taken-receipt.ts'
import { type ReleasedTables, releasedTablesKind } from '../../exchange/release/released-tables.ts'
import { type SentPackage, sentPackageKind, writtenPackage } from '../../exchange/sent-package.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import { today } from '../clock.ts'
import { acceptedCards, acceptedKeys } from '../exchange.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

/** Every package this room wrote. Rejects with LEDGER_BROKEN when one cannot be read: none may be written after it. */
export const ledgerOf = async ({ list }: Session): Promise<SentPackage[]> => {
  const { records, unreadable } = await list(sentPackageKind)
  if (unreadable > 0) throw new RoomError('LEDGER_BROKEN')
  return records.map(({ value }) => value)
}

/**
 * Every cell this room ever released, in the order it was written. Rejects with NO_KEY for whom the statistics are closed, and with
 * LEDGER_BROKEN unless there is exactly one entry for every package.
 */
export const releasedOf = async (session: Session): Promise<ReleasedTables[]> => {
  if (!session.vault.opens('statistics')) throw new RoomError('NO_KEY')
  const [sent, { records, unreadable }] = [await ledgerOf(session), await session.list(releasedTablesKind)]
  const ofPackages = new Map(records.map(({ value }) => [value.sha256, value]))
  if (unreadable > 0 || records.length !== sent.length || ofPackages.size !== sent.length)
    throw new RoomError('LEDGER_BROKEN')
  return sent
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ sha256, period }) => {
      const entry = ofPackages.get(sha256)
      if (entry?.period !== period) throw new RoomError('LEDGER_BROKEN')
      return entry
    })
}

/** What the county ever confirmed to have. Rejects with LEDGER_BROKEN when a receipt cannot be read. */
export const confirmedBy = async ({ list }: Session): Promise<Confirmed[]> => {
  const { records, unreadable } = await list(takenReceiptKind)
  if (unreadable > 0) throw new RoomError('LEDGER_BROKEN')
  return records.map(({ value: { seq, sha256, issued } }) => ({ seq, sha256, issued }))
}

/** Whether anything new may be written: not while the county has what is missing here, or has not been asked since a restore. */
export const exportOpen = async (session: Session): Promise<Outcome<'agreed'>> =>
  agreesWithReceipts(
    await ledgerOf(session),
    await confirmedBy(session),
    await session.vault.backups.restoredAt(),
  )

/** The county this room reports to, by the key it has in force; null before one was accepted. */
export const countyOf = async (session: Session): Promise<ReadCard | null> => {
  const keys = await acceptedKeys(session)
  const isOpen = ({ kid }: ReadCard): boolean => {
    const standing = keys.get(kid)
    return standing !== undefined && isInForce(standing)
  }
  const counties = (await acceptedCards(session)).filter(({ card }) => card.kind === 'county')
  return counties.findLast(isOpen) ?? null
}

/** The desk this room's own packages are opened at, as the county they were written for opens them. */
export const ownDesk = async (session: Session, county: ReadCard): Promise<PackageDesk> => {
  const { code, keys, earlier } = await identityAs('room', session)
  const own = await Promise.all(
    [keys, ...earlier].map(
      async ({ signing: { x } }) => [await thumbprintOf(x), { unit: code, signing: x }] as const,
    ),
  )
  const ofCounty = (await acceptedCards(session)).filter(({ card }) => card.unit === county.card.unit)
  return {
    identity: keys.identity,
    senders: new Map(own),
    addressee: { unit: county.card.unit, key: county.kid, before: ofCounty.map(({ kid }) => kid) },
    plans: new Map([[(await planReference()).sha256, releasePlan]]),
    today: today(),
  }
}

/** What a package of this room says, read from the stored file, and whom it was written for. */
export const saidIn = async (
  session: Session,
  sent: SentPackage,
): Promise<{ payload: PackagePayload; county: ReadCard }> => {
  const county = (await acceptedCards(session)).find(({ card }) => card.unit === sent.to)
  if (!county) throw new RoomError('COUNTY_CARD_NEEDED')
  const desk = await ownDesk(session, county)
  // Read by the plan it was made by, which may be an earlier year's.
  const plans = new Map([[sent.plan.sha256, releasePlan]])
  const read = await readPackage(writtenPackage(sent).bytes, { ...desk, plans })
  if (!read.ok) throw new RoomError(read.refusal.code)
  return { payload: read.value.payload, county }
}
