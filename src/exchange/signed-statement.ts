import type { z } from 'zod'
import { done, type Outcome } from '../instruments/outcome.ts'
import { type CompactJws, isSignedBy, keyNamedIn, splitCompact } from './compact-jws.ts'
import { refuse } from './refusals.ts'
import type { JsonLimits } from './scan-json.ts'
import { readStrictJson } from './strict-json.ts'

/** A kind of small signed file between a county and its rooms. */
export interface StatementKind<T> {
  /** What its signature header has to name as `typ`. */
  type: string
  schema: z.ZodType<T>
  /** In bytes; a larger file is not looked into. */
  maxSize: number
  limits?: JsonLimits
}

/** A statement whose signature holds. */
export interface ReadStatement<T> {
  said: T
  /** Thumbprint of the key it was signed with. */
  kid: string
  jws: CompactJws
}

/**
 * Reads a signed file of one kind, the signature before what it says. `keys`: public signing keys by thumbprint, of whoever
 * may sign such a file here. Never throws for what is in the file.
 */
export async function readStatement<T>(
  bytes: Uint8Array,
  kind: StatementKind<T>,
  keys: ReadonlyMap<string, { signing: string }>,
): Promise<Outcome<ReadStatement<T>>> {
  const jws = bytes.length > kind.maxSize ? null : splitCompact(bytes)
  if (!jws) return refuse('NOT_A_STATEMENT')
  const named = keyNamedIn(jws, kind.type)
  if (!named.ok) return named
  const signer = keys.get(named.value)
  if (!signer) return refuse('UNKNOWN_SENDER')
  if (!(await isSignedBy(jws, signer.signing))) return refuse('SIGNATURE_INVALID')
  const json = readStrictJson(jws.payload, kind.limits)
  if (!json.ok) return json
  const read = kind.schema.safeParse(json.value)
  if (!read.success) return refuse('STATEMENT_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
  return done({ said: read.data, kid: named.value, jws })
}
