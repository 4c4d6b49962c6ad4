import { base64url, CompactSign, calculateJwkThumbprint, compactVerify } from 'jose'
import { z } from 'zod'
import { done, type Outcome } from '../instruments/outcome.ts'
import { refuse } from './refusals.ts'
import { readStrictJson } from './strict-json.ts'

/** The one algorithm in use, whatever a header asks for. */
const algorithm = 'EdDSA'
const maxHeaderSize = 500
const publicKey = (x: string) => ({ kty: 'OKP', crv: 'Ed25519', x })

/** An Ed25519 key pair: the two halves of its JWK, base64url. */
export interface SigningKey {
  x: string
  d: string
}

/** The parts of a compact JWS as they stand in the text; nothing about them is believed yet. */
export interface CompactJws {
  text: string
  header: Uint8Array
  payload: Uint8Array
}

/** Names a public key: its RFC 7638 thumbprint, base64url. */
export const thumbprintOf = (x: string): Promise<string> => calculateJwkThumbprint(publicKey(x))

export const signCompact = async (payload: string, typ: string, { x, d }: SigningKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: algorithm, typ, kid: await thumbprintOf(x) })
    .sign({ ...publicKey(x), d })

/** Takes a compact JWS apart; null when the bytes are none, or could be written otherwise. */
export function splitCompact(bytes: Uint8Array): CompactJws | null {
  const text = new TextDecoder('latin1').decode(bytes)
  const parts = text.split('.')
  const [header, payload, signature] = parts.map(decoded)
  return parts.length === 3 && header && payload && signature ? { text, header, payload } : null
}

/** Base64url in its only spelling, so that one signature has one text. */
function decoded(part: string): Uint8Array | null {
  if (!/^[\w-]+$/.test(part) || part.length % 4 === 1) return null
  const bytes = base64url.decode(part)
  return base64url.encode(bytes) === part ? bytes : null
}

/** The key a header names. It may say which key, which algorithm and which type, and nothing more. */
export function keyNamedIn({ header }: CompactJws, typ: string): Outcome<string> {
  if (header.length > maxHeaderSize) return refuse('HEADER_REFUSED')
  const json = readStrictJson(header)
  const expected = z.strictObject({
    alg: z.literal(algorithm),
    typ: z.literal(typ),
    kid: z.string().regex(/^[\w-]{43}$/),
  })
  const read = expected.safeParse(json.ok ? json.value : null)
  if (read.success) return done(read.data.kid)
  const [issue] = read.error.issues
  const at = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : (issue?.path.join('.') ?? '')
  return refuse('HEADER_REFUSED', { at: at.slice(0, 20) })
}

/** True only when this very text was signed with that key. */
export async function isSignedBy({ text }: CompactJws, x: string): Promise<boolean> {
  try {
    await compactVerify(text, publicKey(x), { algorithms: [algorithm] })
    return true
  } catch {
    return false
  }
}
