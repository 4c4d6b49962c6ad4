import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeBrowserProfile } from '../../src/host/browser-profile.ts'

const folderHere = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-profile-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('a new profile never offers to keep a passphrase or who somebody is, and is for this user alone', () => {
  const profile = join(folderHere(), 'browser-profile')
  makeBrowserProfile(profile)
  const preferences = join(profile, 'Default', 'Preferences')
  expect(JSON.parse(readFileSync(preferences, 'utf8'))).toMatchObject({
    credentials_enable_service: false,
    autofill: { profile_enabled: false },
  })
  if (process.platform !== 'win32')
    for (const [path, mode] of [
      [profile, 0o700],
      [preferences, 0o600],
    ] as const)
      expect(statSync(path).mode & 0o777).toBe(mode)
})

test('what Chromium has written since stays', () => {
  const profile = folderHere()
  makeBrowserProfile(profile)
  const preferences = join(profile, 'Default', 'Preferences')
  writeFileSync(preferences, '{"since":1}')
  makeBrowserProfile(profile)
  expect(readFileSync(preferences, 'utf8')).toBe('{"since":1}')
})
