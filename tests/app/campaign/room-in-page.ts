import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page, Worker as WorkerOfPage } from '@playwright/test'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'

const comlink = createRequire(import.meta.url).resolve('comlink/dist/umd/comlink.js')
const built = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

const builtFile = (pattern: string): string => {
  const [file] = globSync(pattern, { cwd: built })
  if (file === undefined) throw new Error(`No ${pattern} was built`)
  return file
}

type Remote = Record<string, (...args: unknown[]) => Promise<unknown>>
type RoomWindow = typeof globalThis & {
  Comlink: { wrap: (worker: Worker) => Remote }
  anxinRoom?: Remote
  trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown }
}

/**
 * Starts the built program's vault worker, at its own address, in a page that draws nothing: windows have tests of their own,
 * and one drawn at each start would take longer than what is tried here.
 */
export const startRoom = async (context: BrowserContext, address: string): Promise<RoomApi> => {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.addInitScript({ path: comlink })
  await page.goto(`${address}${builtFile('assets/icon-*.svg')}`)
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    page.evaluate(
      (script) => {
        const scope = globalThis as RoomWindow
        scope.trustedTypes?.createPolicy('default', { createScriptURL: (wanted) => wanted })
        scope.anxinRoom = scope.Comlink.wrap(new Worker(script, { type: 'module', name: 'vault' }))
      },
      `/${builtFile('assets/staff.worker-*.js')}`,
    ),
  ])
  return roomIn(page, worker)
}

/** How fast the worker's clock runs, from now on; it never goes back. */
const setPace = (worker: WorkerOfPage, pace: number): Promise<void> =>
  worker.evaluate((pace) => {
    const since = performance.now()
    const real = Performance.prototype.now.bind(performance)
    const began = real()
    performance.now = () => since + (real() - began) * pace
  }, pace)

/** Where a passphrase is stretched: what the machine can bear is measured, and seems to be the least that is permitted. */
const stretching = ['setUp', 'unlock']

/** The room behind this page. Only what JSON carries goes in and out. */
const roomIn = (page: Page, worker: WorkerOfPage): RoomApi => {
  const ask = (name: string, args: unknown[]): Promise<unknown> =>
    page.evaluate(
      async ({ name, args }) => {
        const { anxinRoom } = globalThis as RoomWindow
        return anxinRoom?.[name]?.(...args)
      },
      { name, args },
    )
  const stretch = async (name: string, args: unknown[]): Promise<unknown> => {
    await setPace(worker, 10)
    const answer = await ask(name, args)
    await setPace(worker, 1)
    return answer
  }
  return new Proxy({} as RoomApi, {
    get: (_, name) => {
      // Not a promise itself, so that it can be waited for.
      if (typeof name === 'symbol' || name === 'then') return undefined
      const by = stretching.includes(name) ? stretch : ask
      return (...args: unknown[]) => by(name, args)
    },
  })
}
