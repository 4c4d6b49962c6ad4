import { openPgliteStore } from '../county/pglite-store.ts'
import { rebuild } from '../county/rebuild.ts'
import type { Store } from '../county/store.ts'
import { thumbprintOf } from '../exchange/compact-jws.ts'
import type { PackageDesk } from '../exchange/read-package.ts'
import { receivedFile, receivedPackageKind } from '../exchange/received-package.ts'
import { today } from './clock.ts'
import { acceptedCards } from './exchange.ts'
import { planReference, releasePlan } from './release-plan.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'
import { codesOf, identityAs } from './unit-identity.ts'

/** What this county desk opens, verifies and checks packages by. */
export const packageDesk = async (session: Session): Promise<PackageDesk> => {
  const { code, keys } = await identityAs('county', session)
  const rooms = (await acceptedCards(session)).filter(({ card }) => card.kind === 'room')
  return {
    identity: keys.identity,
    senders: new Map(rooms.map(({ card, kid }) => [kid, { unit: card.unit, signing: card.signing }])),
    addressee: { unit: code, key: await thumbprintOf(keys.signing.x) },
    plans: new Map([[(await planReference()).sha256, releasePlan]]),
    today: today(),
  }
}

/** The rooms that are expected to report. */
export const expectedUnits = async (session: Session) =>
  (await acceptedCards(session))
    .filter(({ card }) => card.kind === 'room')
    .map(({ card: { unit, name } }) => ({ unit, name }))

/**
 * Opens the county's figures and makes them agree with the package files in the vault, which are what counts: where they
 * differ the figures are made anew.
 */
export const openCountyStore = async (session: Session, folder: string): Promise<Store> => {
  const county = codesOf(session.unit).county
  if (county === null) throw new RoomError('NOT_THIS_KIND_OF_UNIT')
  const store = await openPgliteStore(folder)
  const kept = (await session.list(receivedPackageKind)).records.map(({ value }) => value)
  const held = await store.query<{ sha256: string }>('select sha256 from packages where county = $1', [
    county,
  ])
  const agree =
    held.length === kept.length && kept.every(({ sha256 }) => held.some((row) => row.sha256 === sha256))
  if (!agree) {
    await rebuild(store, await expectedUnits(session), kept.map(receivedFile), await packageDesk(session))
  }
  return store
}
