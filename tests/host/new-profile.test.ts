import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeProfile } from '../../src/host/new-profile.ts'

const emptyProfile = () => {
  const profile = mkdtempSync(join(tmpdir(), 'anxin-profile-'))
  onTestFinished(() => rmSync(profile, { recursive: true }))
  return { profile, file: join(profile, 'Default', 'Preferences') }
}

test('a new profile keeps no passphrase, and nobody else can read it', () => {
  const { profile, file } = emptyProfile()
  makeProfile(profile)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ credentials_enable_service: false })
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('a profile that has been used stays as Chromium left it', () => {
  const { profile, file } = emptyProfile()
  makeProfile(profile)
  writeFileSync(file, '{"used":true}')
  makeProfile(profile)
  expect(readFileSync(file, 'utf8')).toBe('{"used":true}')
})
