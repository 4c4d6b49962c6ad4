import { spawnSync } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { payloadText } from '../../src/exchange/package-payload.ts'
import { unsealFile } from '../../src/exchange/sealed-file.ts'
import { given, makeUnit, packageOf, payloadOf } from '../support/exchange.ts'

const installed = spawnSync('age', ['--version']).status === 0
const openssl = spawnSync('openssl', ['version']).stdout?.toString() ?? ''

/** An Ed25519 public key as OpenSSL reads it: SubjectPublicKeyInfo, PEM. */
const pemOf = (x: string): string => {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(x, 'base64url')])
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`
}

it('carries a signature that the openssl command verifies, and does not when a byte was changed', async (context) => {
  if (!/^OpenSSL 3/.test(openssl)) return context.skip('OpenSSL 3 is not installed')
  const [room, neighbour, county] = await Promise.all([
    makeUnit('330102001'),
    makeUnit('330102002'),
    makeUnit('330102'),
  ])
  const { bytes } = await packageOf(room, county)
  const jws = Buffer.from(given(await unsealFile(bytes, county.keys.identity))).toString()
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const folder = mkdtempSync(join(tmpdir(), 'anxin-openssl-'))
  try {
    const verified = (signed: string, x: string): boolean => {
      writeFileSync(join(folder, 'key.pem'), pemOf(x))
      writeFileSync(join(folder, 'signed'), signed)
      writeFileSync(join(folder, 'signature'), Buffer.from(signature, 'base64url'))
      const files = ['-inkey', 'key.pem', '-in', 'signed', '-sigfile', 'signature']
      return (
        spawnSync('openssl', ['pkeyutl', '-verify', '-pubin', '-rawin', ...files], { cwd: folder }).status ===
        0
      )
    }
    expect(verified(`${header}.${payload}`, room.keys.signing.x)).toBe(true)
    expect(verified(`${header}.${payload.slice(0, -1)}`, room.keys.signing.x)).toBe(false)
    expect(verified(`${header}.${payload}`, neighbour.keys.signing.x)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('opens with Debian’s age command, and the signature holds without our JOSE library', async (context) => {
  if (!installed) return context.skip('the age command is not installed')
  const [room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
  const { bytes } = await packageOf(room, county)
  const folder = mkdtempSync(join(tmpdir(), 'anxin-age-'))
  try {
    for (const { keys } of [county, room]) {
      writeFileSync(join(folder, 'identity'), `${keys.identity}\n`)
      const age = spawnSync('age', ['--decrypt', '--identity', join(folder, 'identity')], { input: bytes })
      expect(age.stderr.toString()).toBe('')
      const [header = '', payload = '', signature = ''] = age.stdout.toString().split('.')
      const key = createPublicKey({
        key: { kty: 'OKP', crv: 'Ed25519', x: room.keys.signing.x },
        format: 'jwk',
      })
      expect(
        verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')),
      ).toBe(true)
      const text = Buffer.from(payload, 'base64url').toString()
      expect(text).toBe(payloadText(await payloadOf(room, county)))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
