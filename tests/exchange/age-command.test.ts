import { spawnSync } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { payloadText } from '../../src/exchange/package-payload.ts'
import { makeUnit, packageOf, payloadOf } from '../support/exchange.ts'

const installed = spawnSync('age', ['--version']).status === 0

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
