import type { ReleasePlan } from '../statistics/release-plan.ts'
import { signCompact, thumbprintOf } from './compact-jws.ts'
import { type PackagePayload, packageType, payloadText } from './package-payload.ts'
import { readPackage } from './read-package.ts'
import { sealFile } from './sealed-file.ts'
import { recipientOf, type UnitKeys } from './unit-keys.ts'

/** A file ready to be handed over. */
export interface WrittenPackage {
  name: string
  bytes: Uint8Array
  /** Of the JWS inside. */
  sha256: string
}

/** What a package's file is called. */
export const packageName = ({ unit, period }: { unit: string; period: string }): string =>
  `${unit}-${period}.anxin`

/** The file just made does not say what it was meant to say; it must not leave. `message` holds the reader's refusal. */
export class PackageCheckError extends Error {
  readonly code = 'PACKAGE_CHECK_FAILED'
  override readonly name = 'PackageCheckError'
}

/**
 * Signs a payload with the room's key, encrypts it to the county and to the room itself, and reads the result back as the
 * county would. Throws `PackageCheckError` when that does not give the same payload.
 */
export async function writePackage(
  payload: PackagePayload,
  plan: ReleasePlan,
  keys: UnitKeys,
  county: { encryption: string },
): Promise<WrittenPackage> {
  const text = payloadText(payload)
  const jws = await signCompact(text, packageType, keys.signing)
  const bytes = await sealFile(jws, [county.encryption, await recipientOf(keys)])
  const read = await readPackage(bytes, {
    identity: keys.identity,
    senders: new Map([
      [await thumbprintOf(keys.signing.x), { unit: payload.from.unit, signing: keys.signing.x }],
    ]),
    addressee: payload.to,
    plans: new Map([[payload.plan.sha256, plan]]),
    today: payload.created,
  })
  if (!read.ok) throw new PackageCheckError([read.refusal.code, read.refusal.at].join(' '))
  if (payloadText(read.value.payload) !== text) throw new PackageCheckError('payload')
  const name = packageName({ unit: payload.from.unit, period: payload.period })
  return { name, bytes, sha256: read.value.sha256 }
}
