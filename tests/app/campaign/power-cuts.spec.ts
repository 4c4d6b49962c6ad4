import { expect, test } from '@playwright/test'
import { setUp } from '../../room/set-up.ts'
import { given } from '../../support/outcome.ts'
import { Installation } from './installation.ts'
import { type Disk, makeDisk } from './power.ts'
import { signIn } from './sign-in.ts'
import { copyOf, missingFrom, newSince, noteCalls, nothingYet, registerClients, savedAgain } from './work.ts'

/** At each of two desks. */
const cuts = 25

test.describe.configure({ mode: 'parallel', timeout: 20 * 60_000 })

const disk = (): Disk | null => {
  try {
    return makeDisk()
  } catch (problem) {
    test.skip(true, `no disk of its own here: ${problem}`)
    return null
  }
}

for (const desk of [1, 2])
  test(`case 1: the power is cut while saving (desk ${desk}): nothing acknowledged is lost, nothing torn`, {
    tag: '@long',
  }, async () => {
    const ground = disk()
    if (!ground) return
    const installation = await Installation.make('', ground.folder)
    const told = nothingYet()
    let checked = copyOf(told)
    let window = await installation.open()
    await setUp(window.room)
    for (let cut = 1; cut <= cuts; cut++) {
      let over = false
      const until = () => over
      const work = Promise.allSettled([
        registerClients(window.room, told, { until }),
        noteCalls(window.room, told, { until, letters: 300 }),
      ])
      await savedAgain(told)
      await new Promise((passed) => setTimeout(passed, 150 + ((desk * 211 + cut * 397) % 900)))
      ground.cutPower()
      over = true
      await Promise.allSettled([window.kill(), installation.stop()])
      await work
      ground.switchOn()

      await installation.start()
      window = await installation.open()
      const loss = await signIn(window.room)
      if (loss !== null)
        test.info().annotations.push({ type: 'recovered', description: `${loss} after cut ${cut}` })
      const opened = loss === null ? newSince(told, checked, cut) : told
      expect(await missingFrom(window.room, told, opened), `after cut ${cut}`).toEqual([])
      checked = copyOf(told)
      const { counted, unreadable } = given(await window.room.checkRecords())
      expect({ misfits: counted.misfits, unreadable }, `after cut ${cut}`).toEqual({
        misfits: [],
        unreadable: [],
      })
    }
    expect(await missingFrom(window.room, told), 'in the end').toEqual([])
    expect(told.clients.size + told.calls.size).toBeGreaterThan(cuts)
    await window.close()
    await installation.remove()
    ground.remove()
  })
