import type { SignedPurpose } from '../vault/signed-purpose.ts'
import type { OpenVault } from '../vault/vault.ts'

/** Who may make rules the room's own. */
export const adopters = ['supervisor', 'administrator'] as const

/** Base64 of the signature of the person at work. */
export const signedHere = async (
  vault: OpenVault,
  purpose: SignedPurpose,
  statement: string,
): Promise<string> => btoa(String.fromCharCode(...(await vault.signAsStaff(purpose, statement))))

/** Whether an adopter signed this. */
export const isSignedByAdopter = async (
  vault: OpenVault,
  staff: string,
  { purpose, statement, signature }: { purpose: SignedPurpose; statement: string; signature: string },
): Promise<boolean> => {
  const signed = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0))
  const checked = adopters.map((role) => vault.signedByHolder(role, staff, signed, purpose, statement))
  return (await Promise.all(checked)).includes(true)
}
