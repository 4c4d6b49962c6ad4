import { base64url } from 'jose'
import { beforeAll, expect, it } from 'vitest'
import { payloadText } from '../../src/exchange/package-payload.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { sealFile } from '../../src/exchange/sealed-file.ts'
import { codeOf, example, makeUnit, type TestUnit } from '../support/exchange.ts'

const { deskOf, payloadOf } = example

let room: TestUnit
let county: TestUnit
let key: CryptoKey

beforeAll(async () => {
  ;[room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
  const { x, d } = room.keys.signing
  key = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x, d }, 'Ed25519', false, ['sign'])
})

/** A package whose header says what it likes, properly signed with the room's key. */
const packageWith = async (header: string): Promise<Uint8Array> => {
  const payload = payloadText(await payloadOf(room, county))
  const signed = `${base64url.encode(header)}.${base64url.encode(payload)}`
  const signature = await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(signed))
  return sealFile(`${signed}.${base64url.encode(new Uint8Array(signature))}`, [county.card.encryption])
}
const codeFor = async (header: string) =>
  codeOf(await readPackage(await packageWith(header), deskOf(county, [room])))

it('takes the one header that packages have', async () => {
  expect(await codeFor(`{"alg":"EdDSA","typ":"application/anxin-package+jws","kid":"${room.kid}"}`)).toBe(
    'ACCEPTED',
  )
})

it.each([
  '{"alg":"none","typ":"application/anxin-package+jws","kid":"KID"}',
  '{"alg":"HS256","typ":"application/anxin-package+jws","kid":"KID"}',
  '{"alg":"ES256","typ":"application/anxin-package+jws","kid":"KID"}',
  '{"alg":"Ed25519","typ":"application/anxin-package+jws","kid":"KID"}',
  '{"alg":"EdDSA","typ":"application/anxin-card+jws","kid":"KID"}',
  '{"alg":"EdDSA","kid":"KID"}',
  '{"alg":"EdDSA","typ":"application/anxin-package+jws"}',
  '{"alg":"EdDSA","typ":"application/anxin-package+jws","kid":"../KID"}',
  '{"alg":"EdDSA","typ":"application/anxin-package+jws","kid":["KID"]}',
  '{"alg":"EdDSA","alg":"EdDSA","typ":"application/anxin-package+jws","kid":"KID"}',
  '{"alg":"EdDSA","typ":"application/anxin-package+jws","kid":"KID"} ',
  '[]',
  'null',
  `{"alg":"EdDSA","typ":"application/anxin-package+jws","kid":"KID","x":"${'y'.repeat(100_000)}"}`,
  ...[
    '"jwk":{"kty":"OKP"}',
    '"jku":"https://example.org"',
    '"x5c":[]',
    '"x5u":""',
    '"b64":false',
    '"crit":["b64"]',
  ].map((extra) => `{"alg":"EdDSA","typ":"application/anxin-package+jws","kid":"KID",${extra}}`),
])('refuses a header that says anything else: %.90s', async (header) => {
  expect(await codeFor(header.replace('KID', room.kid))).toBe('HEADER_REFUSED')
})
