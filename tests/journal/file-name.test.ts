import { expect, test } from 'vitest'
import { isDurableName } from '../../src/journal/file-name.ts'

test.each([
  'head-a',
  'head-b',
  'journal-0',
  'journal-9007199254740991',
  'snapshot-12',
  'room-a.2026-11-22.anxin-backup',
  `ticket-${'0a'.repeat(16)}`,
  `ticket-${'0a'.repeat(16)}.new`,
  `answer-${'0a'.repeat(16)}-4503599627370495`,
  'room-a.2026-11-22.anxin-backup.part',
])('%s is a name', (name) => {
  expect(isDurableName(name)).toBe(true)
})

test.each([
  '',
  '.',
  '..',
  'head-c',
  'head-a/',
  'head-a\n',
  'head-a.',
  'Head-a',
  'journal-',
  'journal-12345678901234567',
  'journal--1',
  'ticket-1',
  `ticket-${'0A'.repeat(16)}`,
  `answer-${'0a'.repeat(16)}`,
  `answer-${'0a'.repeat(16)}-1.new`,
  '../journal-1',
  '..\\journal-1',
  'journal-1/../../x',
  '/etc/passwd',
  'C:\\journal-1',
  'journal-1\u0000',
  '.anxin-backup',
  '..anxin-backup',
  'con.anxin-backup',
  'lpt1.2026.anxin-backup',
  'a/b.anxin-backup',
  `${'a'.repeat(82)}.anxin-backup`,
  'a.anxin-backup.exe',
  'ａ.anxin-backup',
])('%j is no name', (name) => {
  expect(isDurableName(name)).toBe(false)
})
