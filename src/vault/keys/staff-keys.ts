import { type Bytes, joined } from '../primitives/bytes.ts'
import { type KeyPair, sealingPair, signingPair } from '../primitives/key-pair.ts'
import { drawBytes } from '../primitives/random.ts'

const seedLength = 32

/** What a member of staff can do and whom they trust. */
export interface StaffKeys {
  /** Opens the grants made out to this person. */
  sealing: KeyPair
  signing: KeyPair
  /** Public signing key of the recovery identity: whoever it vouches for is staff. Kept under the passphrase, so that nobody with the disk can put another in its place. */
  root: Bytes
}

/** New secrets for a member of staff, to be wrapped with a passphrase. */
export const drawStaffSecret = (root: Bytes): Bytes =>
  joined(drawBytes(seedLength), drawBytes(seedLength), root)

/** The same secrets with another root of trust. */
export const withRoot = (secret: Bytes, root: Bytes): Bytes => joined(secret.slice(0, 2 * seedLength), root)

export const staffKeys = async (secret: Bytes): Promise<StaffKeys> => ({
  sealing: await sealingPair(secret.slice(0, seedLength)),
  signing: await signingPair(secret.slice(seedLength, 2 * seedLength)),
  root: secret.slice(2 * seedLength),
})
