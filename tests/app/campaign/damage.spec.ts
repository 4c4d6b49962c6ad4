import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { setUp, unlock } from '../../room/set-up.ts'
import { given } from '../../support/outcome.ts'
import { damage, damagePage, databaseFile, faults, levelDbFiles } from './damage.ts'
import { type CampaignWindow, Installation } from './installation.ts'
import { signIn } from './sign-in.ts'
import { type Acknowledged, missingFrom, noteCalls, nothingYet, registerClients } from './work.ts'

test.describe.configure({ mode: 'parallel', timeout: 40 * 60_000 })

/** An installation that has been worked with until LevelDB wrote its tables, and is closed. */
const worked = async (features = ''): Promise<{ installation: Installation; told: Acknowledged }> => {
  const installation = await Installation.make(features)
  const { room, close } = await installation.open()
  await setUp(room)
  const told = nothingYet()
  await noteCalls(room, told, { until: () => told.calls.size === 20, letters: 9_000 })
  await registerClients(room, told, { until: () => told.clients.size === 40 })
  await close()
  return { installation, told }
}

const starts = 3

/** Opens the window and signs in; recovers where that is offered, and where the state of the records is not good. */
const signedIn = async (installation: Installation): Promise<CampaignWindow> => {
  const window = await installation.open()
  try {
    await signIn(window.room)
    const { counted, unreadable } = given(await window.room.checkRecords())
    if (!counted.complete || unreadable.length > 0) {
      given(await window.room.recoverRecords())
      await unlock(window.room)
    }
    return window
  } catch (problem) {
    await window.close()
    throw problem
  }
}

/** Opens what was damaged as somebody would, who starts it anew when it stops; gives what is missing, now and the next day. */
const opened = async (installation: Installation, told: Acknowledged) => {
  const troubles: unknown[] = []
  while (troubles.length < starts) {
    try {
      const today = await signedIn(installation)
      const missing = await missingFrom(today.room, told).finally(() => today.close())
      const tomorrow = await signedIn(installation)
      const count = told.clients.size
      await registerClients(tomorrow.room, told, { until: () => told.clients.size > count })
      const later = await missingFrom(tomorrow.room, told).finally(() => tomorrow.close())
      return { missing, later }
    } catch (problem) {
      troubles.push(String(problem).split('\n')[0])
    }
  }
  return troubles
}

/** Places in a file, from its beginning to its end. */
const sixteenths = Array.from({ length: 8 }, (_, place) => (2 * place + 1) / 16)

const levelDb = Object.entries(levelDbFiles).flatMap(([part, name]) =>
  faults.map((fault) => ({ part, name, fault })),
)

test(`cases 8, 9, 11, 12: ${levelDb.length} faults in the browser's files, and every acknowledged record is back`, {
  tag: '@long',
}, async () => {
  const { installation, told } = await worked()
  for (const { part, name, fault } of levelDb)
    await test.step(`${part} ${fault}`, async () => {
      const copy = await installation.copy()
      damage(databaseFile(copy.profile, name), fault)
      const outcome = await opened(copy, { clients: new Map(told.clients), calls: new Map(told.calls) })
      expect.soft(outcome, `${part} ${fault}`).toEqual({ missing: [], later: [] })
      await copy.remove()
    })
  await installation.remove()
})

test('cases 11 and 45: the browser keeps nothing any more, or what it kept the day before', {
  tag: '@long',
}, async () => {
  const installation = await Installation.make()
  const folder = join(installation.profile, 'Default', 'IndexedDB')
  const aside = join(installation.folder, 'the day before')
  const { room, close } = await installation.open()
  await setUp(room)
  const told = nothingYet()
  await registerClients(room, told, { until: () => told.clients.size === 2 })
  await close()
  await cp(folder, aside, { recursive: true })
  const later = await signedIn(installation)
  await registerClients(later.room, told, { until: () => told.clients.size === 5 })
  await later.close()

  for (const lose of [() => cp(aside, folder, { recursive: true }), async () => undefined]) {
    await rm(folder, { recursive: true })
    await lose()
    expect(await opened(installation, told)).toEqual({ missing: [], later: [] })
  }
  await installation.remove()
})

test('case 10: the same with the database that Chromium is moving to', { tag: '@long' }, async () => {
  const { installation, told } = await worked('IdbSqliteBackingStore,IdbSqliteOnDiskRollout')
  const whole = faults.map((fault): [string, (file: string) => void] => [
    fault,
    (file) => damage(file, fault),
  ])
  const pages = sixteenths.map((share): [string, (file: string) => void] => [
    `page at ${share}`,
    (file) => damagePage(file, share),
  ])
  for (const [fault, act] of [...whole, ...pages])
    await test.step(fault, async () => {
      const copy = await installation.copy()
      act(databaseFile(copy.profile, /./))
      const outcome = await opened(copy, { clients: new Map(told.clients), calls: new Map(told.calls) })
      expect.soft(outcome, fault).toEqual({ missing: [], later: [] })
      await copy.remove()
    })
  await installation.remove()
})
