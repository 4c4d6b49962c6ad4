import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveInTurn } from '../../src/renderer/ui/save-in-turn.ts'

const wait = 400

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A store that finishes a save only when told how it went. */
const slowStore = () => {
  const begun: string[] = []
  const settle: ((saved: boolean) => void)[] = []
  const save = (draft: string) => {
    begun.push(draft)
    return new Promise<boolean>((resolve) => settle.push(resolve))
  }
  const finish = async (saved = true) => {
    settle.shift()?.(saved)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { begun, save, finish }
}

describe('saveInTurn', () => {
  test('saves a change within the wait, and several changes as one', async () => {
    const { begun, save } = slowStore()
    const saving = saveInTurn(save, wait)
    saving.change('a')
    await vi.advanceTimersByTimeAsync(wait - 1)
    saving.change('ab')
    expect(begun).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(begun).toEqual(['ab'])
  })

  test('never saves twice at once: the newest draft follows the save under way', async () => {
    const { begun, save, finish } = slowStore()
    const saving = saveInTurn(save, wait)
    saving.change('a')
    await vi.advanceTimersByTimeAsync(wait)
    saving.change('ab')
    saving.change('abc')
    await vi.advanceTimersByTimeAsync(10 * wait)
    expect(begun).toEqual(['a'])
    await finish()
    expect(begun).toEqual(['a', 'abc'])
  })

  test('flush saves at once and waits for what was under way', async () => {
    const { begun, save, finish } = slowStore()
    const saving = saveInTurn(save, wait)
    saving.change('a')
    const flushed = saving.flush()
    expect(begun).toEqual(['a'])
    saving.change('ab')
    const again = saving.flush()
    await finish()
    await finish()
    expect(await Promise.all([flushed, again])).toEqual([true, true])
    expect(begun).toEqual(['a', 'ab'])
  })

  test('a draft that was not saved is kept and saved at the next try', async () => {
    const { begun, save, finish } = slowStore()
    const saving = saveInTurn(save, wait)
    saving.change('a')
    const flushed = saving.flush()
    await finish(false)
    expect(await flushed).toBe(false)
    await vi.advanceTimersByTimeAsync(10 * wait)
    expect(begun).toEqual(['a'])
    void saving.flush()
    expect(begun).toEqual(['a', 'a'])
  })

  test('a draft that was not saved never replaces a newer one', async () => {
    const { begun, save, finish } = slowStore()
    const saving = saveInTurn(save, wait)
    saving.change('a')
    const flushed = saving.flush()
    saving.change('ab')
    await finish(false)
    expect(await flushed).toBe(false)
    void saving.flush()
    expect(begun).toEqual(['a', 'ab'])
  })

  test('nothing to save is saved already', async () => {
    const { begun, save } = slowStore()
    expect(await saveInTurn(save, wait).flush()).toBe(true)
    expect(begun).toEqual([])
  })
})
