import { Decrypter, Encrypter } from 'age-encryption'
import { done, type Outcome } from '../instruments/outcome.ts'
import { refuse } from './refusals.ts'

const maxSize = 5_000_000
const firstLine = new TextEncoder().encode('age-encryption.org/v1\n')

/** Encrypts a text to every one of these age recipients. */
export function sealFile(text: string, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(text)
}

/** Opens an age file with this desk's identity. */
export async function unsealFile(bytes: Uint8Array, identity: string): Promise<Outcome<Uint8Array>> {
  if (bytes.length > maxSize) return refuse('PACKAGE_TOO_LARGE')
  if (firstLine.some((byte, at) => bytes[at] !== byte)) return refuse('NOT_A_PACKAGE')
  let ours = true
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  // Asked only when the identity before it found nothing in a readable header.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      ours = false
      return null
    },
  })
  try {
    return done(await decrypter.decrypt(bytes))
  } catch {
    return refuse(ours ? 'PACKAGE_DAMAGED' : 'NOT_FOR_THIS_DESK')
  }
}
