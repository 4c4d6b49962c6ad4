import { expect, onTestFinished, test, vi } from 'vitest'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import { settle } from '../../../src/vault/store/settle.ts'
import type { Store } from '../../../src/vault/store/store.ts'
import { failAtCall } from '../../room/failing-storage.ts'
import { remove } from '../../room/windows.ts'
import type { FolderFault } from '../../support/memory-folder.ts'
import { callsToFail } from '../calls-to-fail.ts'
import { noteKind } from '../room.ts'
import { makeStand, row, type Stand } from './stand.ts'

/** Arms a fault at the nth call; `reached` tells whether there was such a call. */
type Arm = (stand: Stand, nth: number) => { reached(): boolean; mend(): void }

const onFolder =
  (fault: Omit<FolderFault, 'at'>): Arm =>
  ({ place: { folder } }, nth) => {
    folder.fail({ ...fault, at: nth })
    return { reached: () => folder.counted >= nth, mend: () => folder.fail(null) }
  }

const arms: [string, Arm][] = [
  ['the folder fails before', onFolder({ when: 'before' })],
  ['the folder fails halfway', onFolder({ when: 'halfway' })],
  ['the folder fails after', onFolder({ when: 'after' })],
  ['the folder is full from then on', onFolder({ when: 'halfway', code: 'NO_SPACE', forEver: true })],
  ['the folder is gone from then on', onFolder({ when: 'before', forEver: true })],
  ['the database fails once', (_, nth) => failAtCall(nth, 'once')],
  ['the database is gone from then on', (_, nth) => failAtCall(nth, 'forGood')],
]

vi.setConfig({ testTimeout: 300_000 })

const writes = [row('a', 2, 2), row('d', 1, 1), { table: noteKind.table, remove: 'b'.repeat(32) }]
const before = ['a:1:1', 'b:1:1', 'c:1:1']
const after = ['a:2:2', 'c:1:1', 'd:1:1']

const quiet = () => {
  for (const level of ['warn', 'error', 'trace'] as const) {
    const console = vi.spyOn(globalThis.console, level).mockImplementation(() => undefined)
    onTestFinished(() => console.mockRestore())
  }
}

/** Does the work with a fault at the nth call, for every n there is or a spread of them; gives how many calls there were. */
const forEvery = async (
  stand: Stand,
  arm: Arm,
  prepare: () => Promise<unknown>,
  work: () => Promise<unknown>,
  judge: (acknowledged: boolean, nth: number) => Promise<void>,
): Promise<number> => {
  const place = arms.findIndex(([, one]) => one === arm)
  let nth = 1
  for (nth of callsToFail(place)) {
    await stand.reset()
    await prepare()
    const { reached, mend } = arm(stand, nth)
    const acknowledged = await work().then(
      () => true,
      () => false,
    )
    const came = reached()
    mend()
    await judge(acknowledged, nth)
    if (!came) break
  }
  return nth - 1
}

for (const [name, arm] of arms) {
  test(`case 4: a commit while ${name}: all of it or nothing, after a restart and without one`, async () => {
    quiet()
    const stand = await makeStand()
    let store: Store
    const calls = await forEvery(
      stand,
      arm,
      async () => {
        store = await stand.start()
      },
      () => store.commit(writes),
      async (acknowledged) => {
        const goOn = await store.commit([row('e', 1, 9)]).then(
          () => true,
          () => false,
        )
        expect(goOn).toBe(true)
        store.close()
        const left = await stand.content()
        const base = left.filter((entry) => entry !== 'e:1:9')
        expect(left).toContain('e:1:9')
        if (acknowledged) expect(base).toEqual(after)
        else expect([before.join(), after.join()]).toContain(base.join())
      },
    )
    expect(calls).toBeGreaterThan(0)

    await forEvery(
      stand,
      arm,
      async () => {
        store = await stand.start()
      },
      () => store.commit(writes),
      async (acknowledged) => {
        store.close()
        const left = (await stand.content()).join()
        if (acknowledged) expect(left).toBe(after.join())
        else expect([before.join(), after.join()]).toContain(left)
      },
    )
  })

  test(`case 4: a snapshot, a new key and a rebuilding while ${name} lose nothing`, async () => {
    quiet()
    const stand = await makeStand()
    let store: Store
    const prepare = async () => {
      store = await stand.start()
      await store.commit(writes)
    }
    const stays = async () => {
      store.close()
      expect(await stand.content()).toEqual(after)
    }
    const calls = [
      await forEvery(stand, arm, prepare, () => store.snapshot({ forgetOlder: true }), stays),
      await forEvery(stand, arm, prepare, () => store.rekey(), stays),
      await forEvery(
        stand,
        arm,
        async () => {
          await prepare()
          store.close()
          await remove(stand.place.name)
        },
        () => rebuild(stand.place),
        stays,
      ),
      await forEvery(
        stand,
        arm,
        async () => {
          await prepare()
          store.close()
          const { files } = stand.place.folder.copy()
          await stand.reset()
          for (const [file, bytes] of files) stand.place.folder.files.set(file, bytes)
        },
        () => settle(stand.place),
        stays,
      ),
    ]
    expect(calls.reduce((all, count) => all + count, 0)).toBeGreaterThan(3)
  })
}
