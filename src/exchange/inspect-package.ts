import { done, type Outcome } from '../instruments/outcome.ts'
import { openPackage } from './open-package.ts'
import { type PackagePayload, packagePayloadSchema } from './package-payload.ts'
import { refuse } from './refusals.ts'
import { sha256Hex } from './sha256.ts'
import { readStrictJson } from './strict-json.ts'

/** What a package says of itself. Nothing of it is proved: neither who signed it nor that it keeps a plan. */
export interface InspectedPackage {
  /** The key it says it was signed with, by its thumbprint. */
  signedBy: string
  /** Of the JWS. */
  sha256: string
  payload: PackagePayload
}

/** Opens a package and reads it, strictly, without asking whom it is from. For looking at; `readPackage` is for believing. */
export async function inspectPackage(
  bytes: Uint8Array,
  identity: string,
): Promise<Outcome<InspectedPackage>> {
  const opened = await openPackage(bytes, identity)
  if (!opened.ok) return opened
  const { jws, signedBy } = opened.value
  const json = readStrictJson(jws.payload)
  if (!json.ok) return json
  const read = packagePayloadSchema.safeParse(json.value)
  if (!read.success) return refuse('PAYLOAD_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
  return done({ signedBy, sha256: await sha256Hex(jws.text), payload: read.data })
}
