import { expect, test } from 'vitest'
import { done, refused } from '../../src/instruments/outcome.ts'
import { commands } from '../../src/room/commands.ts'
import { RoomError } from '../../src/room/room-error.ts'
import { VaultError } from '../../src/vault/errors.ts'

test('commands of a subject run one after the other, whatever became of the one before', async () => {
  const events: string[] = []
  const { say } = commands({
    async say(word: string) {
      events.push(`${word} begins`)
      await Promise.resolve()
      await Promise.resolve()
      events.push(`${word} ends`)
      if (word === 'b') throw new Error('b broke')
      return word === 'c' ? refused('NOT_FOUND') : done(word)
    },
  })
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((word) => say(word)))
  expect(events).toEqual(['a', 'b', 'c', 'd'].flatMap((word) => [`${word} begins`, `${word} ends`]))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})

test('a named error becomes a refusal, with where it went wrong', async () => {
  const { act } = commands({
    act: async (problem: Error) => {
      throw problem
    },
  })
  expect(await act(new RoomError('LOCKED'))).toEqual(refused('LOCKED'))
  expect(await act(new VaultError('NO_KEY', { at: 'case' }))).toEqual(refused('NO_KEY', { at: 'case' }))
  await expect(act(new TypeError('a mistake'))).rejects.toThrow('a mistake')
  await expect(act(new DOMException('full', 'QuotaExceededError'))).rejects.toThrow('full')
})
