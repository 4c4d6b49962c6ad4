import { done, type Outcome } from '../instruments/outcome.ts'
import { type CompactJws, keyNamedIn, splitCompact } from './compact-jws.ts'
import { packageType } from './package-payload.ts'
import { refuse } from './refusals.ts'
import { unsealFile } from './sealed-file.ts'

/** A package out of its envelope. Nothing of it is proved. */
export interface OpenedPackage {
  jws: CompactJws
  /** The key it says it was signed with, by its thumbprint. */
  signedBy: string
}

/** Takes a package out of the envelope for this age identity. Never throws for what is in the file. */
export async function openPackage(bytes: Uint8Array, identity: string): Promise<Outcome<OpenedPackage>> {
  const opened = await unsealFile(bytes, identity)
  if (!opened.ok) return opened
  const jws = splitCompact(opened.value)
  if (!jws) return refuse('NOT_A_PACKAGE')
  const named = keyNamedIn(jws, packageType)
  return named.ok ? done({ jws, signedBy: named.value }) : named
}
