import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDurableName } from '../../../src/journal/file-name.ts'
import { dayOf } from '../../../src/tiering/calendar.ts'
import {
  backupName,
  isUnfinished,
  namedBackup,
  unfinishedName,
} from '../../../src/vault/backup/backup-name.ts'
import { outlived } from '../../../src/vault/backup/rotation.ts'

const vaultId = '0123456789abcdef0123456789abcdef'
const of = (createdAt: string, seq = 1) => {
  const named = namedBackup(backupName(vaultId, createdAt, seq), vaultId)
  if (!named) throw new Error('no name')
  return named
}
const dayly = (days: number, from = '2026-11-22T10:00:00.000Z') =>
  Array.from({ length: days }, (_, n) =>
    of(new Date(Date.parse(from) - n * 86_400_000).toISOString(), days - n),
  )
const kept = (backups: ReturnType<typeof of>[]) => {
  const gone = new Set(outlived(backups, dayOf))
  return backups.filter((backup) => !gone.has(backup))
}

const moments = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}.000Z`)
const some = fc.array(fc.tuple(moments, fc.nat(9999)), { minLength: 1, maxLength: 60 })

describe('rotation', () => {
  test('of a backup a day for two years, 7 days, 4 weeks and 12 months stay', () => {
    const days = kept(dayly(730)).map(({ createdAt }) => createdAt.slice(0, 10))
    expect(days.slice(0, 7)).toEqual(
      ['22', '21', '20', '19', '18', '17', '16'].map((day) => `2026-11-${day}`),
    )
    // Sundays close a week, last days a month.
    expect(days.slice(7)).toEqual([
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
      ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ])
  })

  test('the day is the room’s, not Greenwich’s', () => {
    const evening = of('2026-11-21T15:59:00.000Z')
    const night = of('2026-11-21T16:01:00.000Z')
    const morning = of('2026-11-22T01:00:00.000Z')
    expect(outlived([evening, night, morning], dayOf)).toEqual([night])
  })

  test('case 23: after the clock was set back, what was made last stays, whatever date it bears', () => {
    const before = dayly(730)
    const first = of('2010-01-01T00:10:00.000Z', 731)
    const last = of('2010-01-02T00:10:00.000Z', 732)
    expect(outlived([...before, first], dayOf)).not.toContain(first)
    expect(outlived([...before, first, last], dayOf)).not.toContain(last)
    expect(kept([...before, first, last])).toHaveLength(kept(before).length + 1)
  })

  test('the newest stays, at most 24 stay, and what stays would stay again', () => {
    fc.assert(
      fc.property(some, (made) => {
        const backups = made.map(([at, seq]) => of(at, seq))
        const gone = outlived(backups, dayOf)
        const stay = backups.filter((backup) => !gone.includes(backup))
        const newest = backups
          .map(({ createdAt }) => createdAt)
          .toSorted()
          .at(-1)
        expect(stay.map(({ createdAt }) => createdAt)).toContain(newest)
        expect(Math.max(...stay.map(({ seq }) => seq))).toBe(Math.max(...backups.map(({ seq }) => seq)))
        expect(stay.length).toBeLessThanOrEqual(7 + 4 + 12 + 1)
        expect(outlived(stay, dayOf)).toEqual([])
        expect(new Set([...gone, ...stay]).size).toBe(backups.length)
      }),
    )
  })

  test('a backup that comes later never brings one back, and every day of the last seven with one keeps one', () => {
    fc.assert(
      fc.property(some, (made) => {
        const backups = made.map(([at, seq]) => of(at, seq))
        const days = [...new Set(backups.map(({ createdAt }) => dayOf(createdAt)))].toSorted().slice(-7)
        const stay = new Set(kept(backups).map(({ createdAt }) => dayOf(createdAt)))
        for (const day of days) expect(stay).toContain(day)
      }),
    )
  })
})

describe('the name of a backup', () => {
  test('tells when and up to which commit, is a name every system takes, and is read back', () => {
    fc.assert(
      fc.property(moments, fc.nat(), (at, seq) => {
        const name = backupName(vaultId, at, seq)
        expect(namedBackup(name, vaultId)).toEqual({ name, createdAt: at, seq })
        expect(isDurableName(name)).toBe(true)
        expect(isDurableName(unfinishedName(name))).toBe(true)
        expect(isUnfinished(vaultId, unfinishedName(name))).toBe(true)
        expect(isUnfinished(vaultId, name)).toBe(false)
      }),
    )
  })

  test('of another vault, or of any other file, is not taken for one of ours', () => {
    const name = backupName(vaultId, '2026-11-22T08:00:00.000Z', 3)
    expect(namedBackup(name, 'f'.repeat(32))).toBeNull()
    expect(namedBackup(unfinishedName(name))).toBeNull()
    expect(namedBackup('snapshot-3')).toBeNull()
    expect(isUnfinished('f'.repeat(32), unfinishedName(name))).toBe(false)
  })
})
