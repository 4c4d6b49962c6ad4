import { keyEventKind } from '../../exchange/keys/key-event.ts'
import { writeKeyList } from '../../exchange/keys/key-list.ts'
import { isInForce } from '../../exchange/keys/key-standing.ts'
import { writeReceipt } from '../../exchange/receipts/receipt.ts'
import { type ReceivedPackage, receivedPackageKind } from '../../exchange/received-package.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import type { CountyDeskApi } from '../contract/county-desk.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { acceptedKeys } from '../exchange.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { roomKeys } from './package-desk.ts'

/** What a county desk says under its own signature: what it received, and whose keys count. */
export const countyStatements = (
  session: () => Session,
): Pick<CountyDeskApi, 'receiptFor' | 'keyList' | 'revokeKey'> => ({
  async receiptFor(unit: string): Promise<Outcome<{ file: OutgoingFile }>> {
    const { code, keys } = await identityAs('county', session())
    if (![...(await roomKeys(session())).values()].some((standing) => standing.unit === unit))
      return refused('UNKNOWN_SENDER', { at: unit })
    const { records, unreadable } = await session().list(receivedPackageKind)
    // A receipt that says too little would let a room go on from the wrong place.
    if (unreadable > 0) throw new RoomError('UNREADABLE')
    const last = records.map(({ value }) => value).reduce(newestOf(unit), null)
    return done({ file: await writeReceipt({ county: code, unit, last, issued: now() }, keys) })
  },
  async keyList(): Promise<Outcome<{ file: OutgoingFile }>> {
    const { code, keys } = await identityAs('county', session())
    const list = { county: code, issued: today(), keys: await roomKeys(session()) }
    return done({ file: await writeKeyList(list, keys) })
  },
  async revokeKey(unit: string): Promise<Outcome<'revoked'>> {
    await identityAs('county', session())
    const { vault, me, commit } = session()
    const inForce = [...(await acceptedKeys(session()))].filter(
      ([, standing]) => standing.unit === unit && isInForce(standing),
    )
    if (inForce.length === 0) return refused('UNKNOWN_SENDER', { at: unit })
    const entry = { event: 'revoked' as const, unit, on: today(), enteredAt: now(), enteredBy: me.id }
    await commit(
      inForce.map(([kid]) => ({
        kind: keyEventKind,
        id: vault.drawId(),
        expectedRevision: 0,
        value: { ...entry, kid },
      })),
    )
    return done('revoked')
  },
})

/** The newest package of a unit: the last one taken in, for each chain is taken in order. */
const newestOf =
  (unit: string) =>
  (newest: ReceivedPackage | null, received: ReceivedPackage): ReceivedPackage | null => {
    if (received.unit !== unit) return newest
    if (newest === null || received.receivedAt > newest.receivedAt) return received
    return received.receivedAt === newest.receivedAt && received.seq > newest.seq ? received : newest
  }
