import { base64url } from 'jose'
import type { UnitKeys } from '../unit-keys.ts'

/** What breaks ties between patterns; made of the room's rounding secret, which itself stays where it is. */
export async function tieBreakSecret({ rounding }: Pick<UnitKeys, 'rounding'>): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', base64url.decode(rounding).slice(), algorithm, false, [
    'sign',
  ])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('anxin/tie-break/1')))
}
