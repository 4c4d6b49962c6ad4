import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { draftPlace } from '../../src/renderer/app/draft-places.ts'

const renderer = fileURLToPath(new URL('../../src/renderer/', import.meta.url))

test('every form that keeps drafts can be gone back to, by its name and address', () => {
  const kinds = globSync('**/*.tsx', { cwd: renderer })
    .flatMap((file) => [...readFileSync(`${renderer}${file}`, 'utf8').matchAll(/draftName\('(\w+)'/g)])
    .map(([, kind = '']) => kind)
  expect(kinds.length).toBeGreaterThan(0)
  const named = Object.keys(JSON.parse(readFileSync(`${renderer}locale/zh-CN/app.json`, 'utf8')).drafts.kind)
  for (const kind of new Set(kinds)) {
    expect(named).toContain(kind)
    expect(draftPlace(`${kind}:1:2`)?.path, kind).toMatch(/^\//)
  }
})

test('an address carries the ids of what it is about', () => {
  expect(draftPlace('disclosure:c1:a2')).toEqual({ kind: 'disclosure', path: '/clients/c1/assessments/a2' })
  expect(draftPlace('paperScore:c1:f2')?.path).toBe('/clients/c1/paper-scores/new?form=f2')
  expect(draftPlace('paperScore:c1:f2:s3')?.path).toBe('/clients/c1/paper-scores/new?corrects=s3')
  expect(draftPlace('somethingNewer:1')).toBeNull()
})
