import { thumbprintOf } from '../../exchange/compact-jws.ts'
import type { PackagePayload } from '../../exchange/package-payload.ts'
import { readPackage } from '../../exchange/read-package.ts'
import { type SentPackage, sentPackageKind, writtenPackage } from '../../exchange/sent-package.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import { today } from '../clock.ts'
import { acceptedCards } from '../exchange.ts'
import { releasePlan } from '../release-plan.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

/** Every package this room wrote. Rejects with LEDGER_BROKEN when one cannot be read: none may be written after it. */
export const ledgerOf = async ({ list }: Session): Promise<SentPackage[]> => {
  const { records, unreadable } = await list(sentPackageKind)
  if (unreadable > 0) throw new RoomError('LEDGER_BROKEN')
  return records.map(({ value }) => value)
}

/** What a package of this room says, read from the stored file, and whom it was written for. */
export const saidIn = async (
  session: Session,
  sent: SentPackage,
): Promise<{ payload: PackagePayload; county: ReadCard }> => {
  const { code, keys } = await identityAs('room', session)
  const county = (await acceptedCards(session)).find(({ card }) => card.unit === sent.to)
  if (!county) throw new RoomError('COUNTY_CARD_NEEDED')
  const read = await readPackage(writtenPackage(sent).bytes, {
    identity: keys.identity,
    senders: new Map([[await thumbprintOf(keys.signing.x), { unit: code, signing: keys.signing.x }]]),
    addressee: { unit: county.card.unit, key: county.kid },
    plans: new Map([[sent.plan.sha256, releasePlan]]),
    today: today(),
  })
  if (!read.ok) throw new RoomError(read.refusal.code)
  return { payload: read.value.payload, county }
}
