import { thumbprintOf } from '../../exchange/compact-jws.ts'
import type { KeyStanding } from '../../exchange/keys/key-standing.ts'
import type { MergeDesk } from '../../exchange/merge/merged-file.ts'
import { isAbove } from '../../exchange/merge/merged-payload.ts'
import type { PackageDesk } from '../../exchange/read-package.ts'
import { today } from '../clock.ts'
import { acceptedKeys } from '../exchange.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

/** What this county desk opens, verifies and checks packages by. */
export const packageDesk = async (session: Session): Promise<PackageDesk> => {
  const { code, keys, earlier } = await identityAs('county', session)
  const before = await Promise.all(earlier.map(({ signing }) => thumbprintOf(signing.x)))
  return {
    identity: keys.identity,
    senders: await roomKeys(session),
    addressee: { unit: code, key: await thumbprintOf(keys.signing.x), before },
    plans: new Map([[(await planReference()).sha256, releasePlan]]),
    today: today(),
  }
}

/** The keys of the rooms whose cards were accepted, by thumbprint, with their standing. */
export const roomKeys = async (session: Session): Promise<Map<string, KeyStanding>> => {
  await identityAs('county', session)
  return new Map([...(await acceptedKeys(session))].filter(([, { unit }]) => isRoom(unit)))
}

/** A room's code has nine digits, a desk's six. */
const isRoom = (unit: string): boolean => unit.length === 9

/** What this desk reads merged packages of the desks below by. */
export const mergeDesk = async (session: Session): Promise<MergeDesk> => {
  const desk = await packageDesk(session)
  const { unit } = desk.addressee
  const below = [...(await acceptedKeys(session))].filter(([, standing]) => isAbove(unit, standing.unit))
  return { ...desk, senders: new Map(below.filter(([, standing]) => !isRoom(standing.unit))) }
}
