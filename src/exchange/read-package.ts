import { done, type Outcome } from '../instruments/outcome.ts'
import { checkPayload, type PayloadDesk } from './check-payload.ts'
import { isSignedBy } from './compact-jws.ts'
import type { KeyStanding } from './keys/key-standing.ts'
import { openPackage } from './open-package.ts'
import type { PackagePayload } from './package-payload.ts'
import { refuse } from './refusals.ts'
import { sha256Hex } from './sha256.ts'
import { readStrictJson } from './strict-json.ts'

/** What a desk needs to read packages. */
export interface PackageDesk extends PayloadDesk {
  /** The desk's age identity. */
  identity: string
  /** Senders whose cards were accepted, by the thumbprint of their signing key. */
  senders: ReadonlyMap<string, PackageSender>
}

/** A sender's key; what is not said of its standing does not bound it. */
export type PackageSender = Pick<KeyStanding, 'unit' | 'signing'> & Partial<KeyStanding>

/** A package that passed every check. */
export interface VerifiedPackage {
  payload: PackagePayload
  /** Of the JWS: this is what makes two packages the same, the encryption around it is random. */
  sha256: string
  /** Which chain of its unit it belongs to; a unit that lost its keys and was enrolled anew begins another. */
  chain: string
}

/** Opens, verifies and checks a package, the signature before anything it says. Never throws for what is in the file. */
export async function readPackage(bytes: Uint8Array, desk: PackageDesk): Promise<Outcome<VerifiedPackage>> {
  const opened = await openPackage(bytes, desk.identity)
  if (!opened.ok) return opened
  const { jws, signedBy } = opened.value
  const sender = desk.senders.get(signedBy)
  if (!sender) return refuse('UNKNOWN_SENDER')
  const shut = keyShut(sender, desk.today)
  if (shut) return shut
  if (!(await isSignedBy(jws, sender.signing))) return refuse('SIGNATURE_INVALID')
  const json = readStrictJson(jws.payload)
  if (!json.ok) return json
  const payload = checkPayload(json.value, sender, desk)
  if (!payload.ok) return payload
  if (isTooLateFor(sender, payload.value.created)) return refuse('KEY_EXPIRED', { at: sender.unit })
  const chain = sender.chain ?? signedBy
  return done({ payload: payload.value, sha256: await sha256Hex(jws.text), chain })
}

/** Why nothing signed with this key is taken on this day; null while something may be. */
export function keyShut({ unit, revoked, lastArrival }: PackageSender, today: string): KeyShut | null {
  if (revoked && today >= revoked) return refuse('KEY_REVOKED', { at: unit })
  return lastArrival && today > lastArrival ? refuse('KEY_EXPIRED', { at: unit }) : null
}
type KeyShut = ReturnType<typeof refuse>

/** Was the unit to sign with another key on that day? */
export const isTooLateFor = ({ lastDay }: PackageSender, signedOn: string): boolean =>
  Boolean(lastDay && signedOn > lastDay)
