import { expect, test } from '@playwright/test'
import { setUp } from '../../room/set-up.ts'
import { given } from '../../support/outcome.ts'
import { Installation } from './installation.ts'
import { signIn } from './sign-in.ts'
import { copyOf, missingFrom, newSince, noteCalls, nothingYet, registerClients, savedAgain } from './work.ts'

/** Two desks side by side: a start waits for the disk half of the time. */
const kills = 100
const longestWork = 700

test.describe.configure({ mode: 'parallel', retries: 0, timeout: 40 * 60_000 })

/** Milliseconds of work before each kill, by a fixed seed. */
const moments = function* (seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield 20 + (state % longestWork)
  }
}

for (const seed of [1, 2])
  test(`case 3: the browser is killed at random moments while saving (seed ${seed}): nothing acknowledged is lost, nothing torn`, {
    tag: '@long',
  }, async () => {
    const installation = await Installation.make()
    const told = nothingYet()
    let checked = copyOf(told)
    const moment = moments(seed)
    let window = await installation.open()
    await setUp(window.room)
    for (let kill = 1; kill <= kills; kill++) {
      let over = false
      const until = () => over
      const work = [
        registerClients(window.room, told, { until }),
        noteCalls(window.room, told, { until, letters: 300 }),
      ]
      const broken = Promise.allSettled(work)
      await savedAgain(told)
      await new Promise((passed) => setTimeout(passed, moment.next().value))
      await window.kill()
      over = true
      await broken

      window = await installation.open()
      const loss = await signIn(window.room)
      if (loss !== null)
        test.info().annotations.push({ type: 'recovered', description: `${loss} after kill ${kill}` })
      const opened = loss === null ? newSince(told, checked, kill) : told
      expect(await missingFrom(window.room, told, opened), `after kill ${kill}`).toEqual([])
      checked = copyOf(told)
      const { counted, unreadable } = given(await window.room.checkRecords())
      expect({ misfits: counted.misfits, unreadable }, `after kill ${kill}`).toEqual({
        misfits: [],
        unreadable: [],
      })
    }
    expect(await missingFrom(window.room, told), 'in the end').toEqual([])
    expect(told.clients.size + told.calls.size).toBeGreaterThan(kills)
    await window.close()
    await installation.remove()
  })
