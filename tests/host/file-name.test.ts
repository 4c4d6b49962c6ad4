import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFileName } from '../../src/host/file-name.ts'

test.each([
  '520103001-2026-11.anxin',
  '示例心理咨询室 2026年11月.xlsx',
  'unit.card.json',
  'a.pdf',
  'a.zip',
  '520103001.anxin-card',
  '520103001-3.anxin-receipt',
  '520103001.anxin-key-change',
  '520103.anxin-key-list',
  '520103-2026-11.anxin-merged',
  '2026-11-30.anxin-referral',
])('%s may be written', (name) => {
  expect(isFileName(name)).toBe(true)
})

test.each([
  '',
  '.anxin',
  '..anxin',
  'a',
  'a.',
  'a.exe',
  'a.anxin-',
  'a.anxin--card',
  'a.anxin-card-',
  'a.x-anxin',
  'a.desktop-anxin',
  'a.anxin.exe',
  'a.desktop',
  'a.ANXIN ',
  ' a.anxin',
  'a.anxin\n',
  '../a.anxin',
  '/etc/a.json',
  'C:\\a.json',
  'C:a.json',
  'a\0.json',
  'con.json',
  'LPT1.csv',
  'nul.anxin',
  'a\u202enosj.json',
  `${'示'.repeat(80)}.json`,
])('case 56: %j may not', (name) => {
  expect(isFileName(name)).toBe(false)
})

test('a name that may be written names one file in one folder', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('.anxin', '.json', '.exe', ''),
      (stem, end) => {
        const name = stem + end
        if (!isFileName(name)) return
        expect(name).not.toMatch(/[\\/:]|^\.|^\s|\s$/)
        expect(name).toMatch(/\.(anxin(-[a-z]+)*|csv|json|pdf|txt|xlsx|zip)$/)
      },
    ),
  )
})
