import { Decrypter, Encrypter } from 'age-encryption'
import { done, type Outcome } from '../instruments/outcome.ts'
import { refuse } from './refusals.ts'

const maxSize = 5_000_000
const firstLine = 'age-encryption.org/v1\n'
/** Room for far more recipients than the two that a package has. */
const maxHeaderSize = 4_000

/** Encrypts a text to every one of these age recipients. */
export function sealFile(text: string, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(text)
}

/** Opens an age file with this desk's identity. */
export async function unsealFile(bytes: Uint8Array, identity: string): Promise<Outcome<Uint8Array>> {
  if (bytes.length > maxSize) return refuse('PACKAGE_TOO_LARGE')
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, maxHeaderSize))
  if (!start.startsWith(firstLine)) return refuse('NOT_A_PACKAGE')
  if (!start.includes('\n--- ')) return refuse('PACKAGE_DAMAGED')
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
