import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Outcome, Refusal } from '../../src/instruments/outcome.ts'
import { guardedCommands } from '../../src/room/access/require-passphrase.ts'
import { openRoom } from '../../src/room/room.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { codeOf, given } from '../support/exchange.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const colleague = { name: '示例同事', roles: ['hotline' as const], passphrase: '山坡上的十二只示例灯笼' }

/** A room somebody left open, and nobody has typed anything since. */
const leftOpen = async () => {
  const room = openRoom(kdfFloor)
  await setUp(room)
  return room
}

describe('case 79: somebody else sits down at an open window', () => {
  test('every guarded command asks for the passphrase, says for what, and does nothing', async () => {
    const room = await leftOpen()
    for (const [name, at] of Object.entries(guardedCommands)) {
      const command: () => Promise<Outcome<unknown, Refusal | Refusal[]>> = Reflect.get(room, name)
      const outcome = await command()
      const [refusal] = outcome.ok ? [] : [outcome.refusal].flat()
      expect([name, outcome.ok, refusal]).toEqual([
        name,
        false,
        { code: 'PASSPHRASE_NEEDED', at, detail: {} },
      ])
    }
    expect(await room.listStaff()).toHaveLength(1)
  })

  test('a wrong passphrase confirms nothing, the right one lets that kind of action through', async () => {
    const room = await leftOpen()
    expect(codeOf(await room.confirmMe('不是这个口令', 'staff'))).toBe('WRONG_PASSPHRASE')
    expect(codeOf(await room.addStaff(colleague))).toBe('PASSPHRASE_NEEDED')
    given(await room.confirmMe(passphrase, 'staff'))
    given(await room.addStaff(colleague))
    expect(codeOf(await room.writeReport('2026-01'))).toBe('PASSPHRASE_NEEDED')
  })

  test('it is the passphrase of whoever is signed in, no colleague’s', async () => {
    const room = await leftOpen()
    given(await room.confirmMe(passphrase, 'staff'))
    given(await room.addStaff(colleague))
    expect(codeOf(await room.confirmMe(colleague.passphrase, 'export'))).toBe('WRONG_PASSPHRASE')
  })

  test('it holds for two minutes, whatever is done to the clock, and not beyond the lock', async () => {
    const room = await leftOpen()
    const clock = vi.spyOn(Date, 'now')
    const running = vi.spyOn(performance, 'now')
    const [at, since] = [Date.now(), performance.now()]
    const wait = (ms: number, clockMs = ms) => {
      clock.mockReturnValue(at + clockMs)
      running.mockReturnValue(since + ms)
    }
    const asks = async () => codeOf(await room.addStaff({ ...colleague, name: '' })) === 'PASSPHRASE_NEEDED'
    wait(0)
    given(await room.confirmMe(passphrase, 'staff'))
    wait(119_000)
    expect(await asks()).toBe(false)
    wait(121_000)
    expect(await asks()).toBe(true)
    wait(60_000, -365 * 86_400_000)
    expect(await asks()).toBe(true)
    wait(121_000, 60_000)
    expect(await asks()).toBe(true)
    clock.mockRestore()
    running.mockRestore()

    given(await room.confirmMe(passphrase, 'staff'))
    await openWindowHere().close()
    const next = openRoom(kdfFloor)
    await unlock(next, await firstStaff(next))
    expect(codeOf(await next.addStaff(colleague))).toBe('PASSPHRASE_NEEDED')
  })

  test('while nothing is open there is nothing to confirm', async () => {
    const room = openRoom(kdfFloor)
    expect(codeOf(await room.confirmMe(passphrase, 'export'))).toBe('LOCKED')
    expect(codeOf(await room.addStaff(colleague))).toBe('LOCKED')
  })

  test('the demonstration tells its passphrase, for it guards nothing', async () => {
    const room = openRoom(kdfFloor)
    const shown = given(await room.tryDemo('zh-CN'))
    const outcome = await room.writeReport('2026-01')
    expect(outcome).toMatchObject({ refusal: { detail: { demoPassphrase: shown.passphrase } } })
  })
})
