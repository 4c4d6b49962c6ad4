import { beforeEach, expect, test, vi } from 'vitest'
import { codeOf, given } from '../support/exchange.ts'
import { clientWhoAgreed, register } from './casework.ts'
import { setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const MB = 1024 ** 2
const leave = (bytes: number) =>
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ quota: bytes, usage: 0 })

test('with little room left it is said; with less nothing new is begun, and what is under way goes on', async () => {
  const first = openWindowHere()
  await setUp(first.room)
  const clientId = await clientWhoAgreed(first.room)
  const asked = { clientId, instrument: 'phq-9', rater: { kind: 'self' }, language: 'zh-CN' } as const
  const begun = given(await first.room.startAssessment(asked))
  await first.close()

  for (const [left, stopped] of [
    [1_500 * MB, false],
    [400 * MB, true],
  ] as const) {
    const estimate = leave(left)
    const { room, close } = openWindowHere()
    await unlock(room)
    let standing = await room.windowStanding(-1)
    while (standing.lowSpace === null) standing = await room.windowStanding(standing.tick)
    expect(standing.lowSpace).toEqual({ left, stopped })
    const code = codeOf(await room.startAssessment({ ...asked, instrument: 'gad-7' }))
    expect(code).toBe(stopped ? 'SPACE_LOW' : 'ACCEPTED')
    if (stopped) given(await room.saveAnswers({ id: begun.id, revision: begun.revision, answers: { q1: 1 } }))
    await register(room, { name: `示例${left}` })
    await close()
    estimate.mockRestore()
  }
})
