import { createRequire } from 'node:module'
import type { BrowserContext, Page } from '@playwright/test'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'

const comlink = createRequire(import.meta.url).resolve('comlink/dist/umd/comlink.js')

type Remote = Record<string, (...args: unknown[]) => Promise<unknown>>
type RoomWindow = typeof globalThis & {
  Comlink: { wrap: (worker: Worker) => Remote }
  anxinRoom?: Remote
}

/** Lets tests speak with the vault worker that the built pages of this browser start, beside the window itself. */
export const listenToRooms = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript({ path: comlink })
  await context.addInitScript(() => {
    const page = globalThis as RoomWindow
    page.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options)
        if (options?.name === 'vault') page.anxinRoom = page.Comlink.wrap(this)
      }
    }
  })
}

/** The room behind this page. Only what JSON carries goes in and out. */
export const roomIn = (page: Page): RoomApi =>
  new Proxy({} as RoomApi, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        page.evaluate(
          async ({ name, args }) => {
            const { anxinRoom } = globalThis as RoomWindow
            return anxinRoom?.[name]?.(...args)
          },
          { name: String(name), args },
        ),
  })
