import { thumbprintOf } from '../../exchange/compact-jws.ts'
import type { PackageDesk } from '../../exchange/read-package.ts'
import { today } from '../clock.ts'
import { acceptedCards } from '../exchange.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

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
export const expectedUnits = async (session: Session): Promise<{ unit: string; name: string }[]> =>
  (await acceptedCards(session))
    .filter(({ card }) => card.kind === 'room')
    .map(({ card: { unit, name } }) => ({ unit, name }))
