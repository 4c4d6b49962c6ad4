import { describe, expect, test, vi } from 'vitest'
import { attemptWait, clearAttempts, countAttempt } from '../../src/vault/keys/attempts.ts'
import { passphraseWait } from '../../src/vault/passphrase-wait.ts'
import { VaultDatabase } from '../../src/vault/store/database.ts'
import { kinds, makeRoom, onDisk } from './room.ts'
import { codeOf } from './sealing/places.ts'

const second = 1000
const minute = 60 * second
const stranger = 'f'.repeat(32)
/** From the sixteenth on the wait is the longest there is. */
const attempts = import.meta.env.VITE_ANXIN_LONG ? 1000 : 100

/** What is stored about attempts, as after a restart. */
const restarted = async <T>(name: string, work: (database: VaultDatabase) => Promise<T>): Promise<T> => {
  const database = new VaultDatabase(name, kinds)
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

describe(`case 77: ${attempts} wrong passphrases, with a restart after each`, () => {
  test('wait longer and longer, and lock nobody else out', async () => {
    const room = await makeRoom()
    const hotlineId = await room.add(await room.open(room.first), '示例热线', ['hotline'])
    let now = 1000 * minute
    let waited = 0
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const wait = await restarted(room.name, (database) => attemptWait(database, room.first, now))
      if (wait > 0) {
        const early = now + wait - 1
        expect(
          await codeOf(restarted(room.name, (database) => countAttempt(database, room.first, early))),
        ).toBe('TOO_MANY_ATTEMPTS')
        waited += wait
        now += wait
      }
      await restarted(room.name, (database) => countAttempt(database, room.first, now))
      if (attempt === 5) expect(waited).toBe(0)
      if (attempt === 12) expect(waited).toBe((2 ** 7 - 1) * second)
    }
    expect(waited).toBeGreaterThan((attempts - 20) * 15 * minute)
    expect(await restarted(room.name, (database) => attemptWait(database, room.first, now))).toBe(15 * minute)
    expect(await restarted(room.name, (database) => attemptWait(database, hotlineId, now))).toBe(0)
    const hotline = await room.open(hotlineId)
    expect(hotline.staff.name).toBe('示例热线')
  })

  test('even the right passphrase has to wait; then it is forgotten that there were wrong ones', async () => {
    const room = await makeRoom()
    await restarted(room.name, async (database) => {
      await database.attempts.put({ id: room.first, count: 19, wait: 15 * minute, at: Date.now() })
    })
    expect(await codeOf(room.open(room.first))).toBe('TOO_MANY_ATTEMPTS')
    await onDisk(room.name, (database) => database.table('attempts').update(room.first, { wait: 0 }))
    const open = await room.open(room.first)
    expect(await restarted(room.name, (database) => database.attempts.count())).toBe(0)
    expect(await codeOf(open.confirmPassphrase('x'))).toBe('WRONG_PASSPHRASE')
    expect(await restarted(room.name, (database) => database.attempts.get(room.first))).toMatchObject({
      count: 1,
    })
    await open.confirmPassphrase('示例首位的示例口令:溪水流过石桥')
    expect(await restarted(room.name, (database) => database.attempts.count())).toBe(0)
  })
})

test('case 33: an unknown person and a wrong passphrase are told apart neither by the refusal nor by what was done', async () => {
  const room = await makeRoom()
  await restarted(room.name, (database) =>
    database.attempts.bulkPut(
      [room.first, 'unknown'].map((id) => ({ id, count: 11, wait: 0, at: Date.now() })),
    ),
  )
  for (const id of [room.first, stranger]) {
    expect(await codeOf(room.open(id, '另一句别的口令示例'))).toBe('WRONG_PASSPHRASE')
    expect(await codeOf(room.open(id, '另一句别的口令示例'))).toBe('TOO_MANY_ATTEMPTS')
    expect(await passphraseWait(room.place, id)).toBeGreaterThan(100 * second)
  }
  const rows = await onDisk(room.name, (database) => database.table('attempts').toArray())
  expect(rows.map(({ id, count }) => [id, count]).sort()).toEqual(
    [
      [room.first, 12],
      ['unknown', 12],
    ].sort(),
  )
})

test('those whom nobody knows share one wait', async () => {
  const room = await makeRoom()
  await restarted(room.name, async (database) => {
    for (const last of 'abcde') await countAttempt(database, last.repeat(32), minute)
    expect(await attemptWait(database, stranger, minute)).toBe(second)
    expect(await attemptWait(database, room.first, minute)).toBe(0)
  })
})

test('an attempt that was broken off has counted; a clock set back shortens nothing', async () => {
  const room = await makeRoom()
  await restarted(room.name, async (database) => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await database.attempts.put({ id: room.first, count: 12, wait: 0, at: minute })
      await countAttempt(database, room.first, 100 * minute)
    }
    expect(await attemptWait(database, room.first, 100 * minute)).toBe(256 * second)
    expect(await attemptWait(database, room.first, 0)).toBe(256 * second)
    expect(await attemptWait(database, room.first, 100 * second)).toBe(156 * second)
    await clearAttempts(database, room.first)
    expect(await attemptWait(database, room.first, 0)).toBe(0)
  })
})

test('where nothing can be written nobody is locked out', async () => {
  const room = await makeRoom()
  const database = new VaultDatabase(room.name, kinds)
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await countAttempt(database, room.first)
  full.mockRestore()
  database.close()
  await clearAttempts(database, room.first)
})
