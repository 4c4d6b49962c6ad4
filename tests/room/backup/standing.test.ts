import { describe, expect, test } from 'vitest'
import type { BackupEntry } from '../../../src/casework/records/backup-entry.ts'
import type { Stored } from '../../../src/casework/records/record.ts'
import { backupStanding, isDue } from '../../../src/room/backup/standing.ts'
import { dayOf } from '../../../src/tiering/calendar.ts'

const now = '2026-11-22T10:00:00.000Z'
let number = 0
const entry = (madeAt: string, more: Partial<BackupEntry> = {}): Stored<BackupEntry> => {
  number += 1
  return {
    id: String(number).padStart(32, '0'),
    revision: 1,
    value: {
      madeAt,
      madeBy: '0'.repeat(32),
      where: 'computer',
      folder: null,
      name: `示例-${number}`,
      seq: number,
      size: 1000,
      rows: 10,
      sheet: 1,
      verifiedAt: madeAt,
      refusal: null,
      drill: null,
      removedAt: null,
      ...more,
    },
  }
}
const daysAgo = (days: number, more: Partial<BackupEntry> = {}) =>
  entry(new Date(Date.parse(now) - days * 86_400_000).toISOString(), more)

describe('where the backups stand', () => {
  test('is good up to 7 days, late up to 14, overdue after that or when there is none', () => {
    const states = [0, 1, 7, 8, 14, 15, 400].map((days) => backupStanding([daysAgo(days)], now).state)
    expect(states).toEqual(['good', 'good', 'good', 'late', 'late', 'overdue', 'overdue'])
    expect(backupStanding([], now)).toMatchObject({ state: 'overdue', last: null, days: null })
  })

  test('goes by the newest that was read back and is still there', () => {
    const good = daysAgo(3)
    const { last, days, state } = backupStanding(
      [daysAgo(20), good, daysAgo(1, { verifiedAt: null }), daysAgo(0, { removedAt: now })],
      now,
    )
    expect([last, days, state]).toEqual([good, 3, 'good'])
  })

  test('is red when the newest attempt failed, and not any more once one succeeded', () => {
    const failed = entry('2026-11-22T09:00:00.000Z', { refusal: 'BACKUP_NO_SPACE', verifiedAt: null })
    const standing = backupStanding([daysAgo(1), failed], now)
    expect([standing.state, standing.failed]).toEqual(['overdue', failed])
    expect(standing.backups).toHaveLength(1)
    expect(backupStanding([failed, entry(now)], now)).toMatchObject({ state: 'good', failed: null })
  })

  test('a clock that was set back makes no backup older than it is', () => {
    expect(backupStanding([daysAgo(-3)], now)).toMatchObject({ state: 'good', days: 0 })
  })
})

describe('a backup by itself', () => {
  test('at the beginning of work: when none was made that day of the room’s calendar', () => {
    expect(isDue([], 'unlock', now, dayOf)).toBe(true)
    expect(isDue([daysAgo(1)], 'unlock', now, dayOf)).toBe(true)
    // 00:30 in China is still the day before in Greenwich.
    expect(isDue([entry('2026-11-21T16:30:00.000Z')], 'unlock', now, dayOf)).toBe(false)
    expect(isDue([entry(now, { where: 'folder', folder: '示例' })], 'unlock', now, dayOf)).toBe(true)
    expect(isDue([entry(now, { verifiedAt: null, refusal: 'BACKUP_NO_SPACE' })], 'unlock', now, dayOf)).toBe(
      true,
    )
  })

  test('at its close: when the newest is over 6 hours old', () => {
    expect(isDue([entry('2026-11-22T04:00:01.000Z')], 'lock', now, dayOf)).toBe(false)
    expect(isDue([entry('2026-11-22T03:59:59.000Z')], 'lock', now, dayOf)).toBe(true)
  })
})
