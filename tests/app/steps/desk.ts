import { mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Language } from '../../../src/casework/records/values.ts'
import { Demonstrations, enter } from './demonstrations.ts'
import { type LoopbackServer, startServer } from './loopback-server.ts'
import { typesPassphraseWhenAsked } from './passphrase-again.ts'

/** One machine: a browser profile on disk, a folder for what the server keeps, and the window open on both. */
export interface Desk {
  /** The browser's profile. */
  folder: string
  /** What the server keeps: journals, snapshots, backups. */
  data: string
  page: Page
  /** What the browser itself found wrong: refused scripts and styles, missing files, broken promises. */
  complaints: string[]
  /** Closes the whole browser, as at the end of a day. */
  close(): Promise<void>
  /** Ends the browser's process at once, as when the plug is pulled. */
  kill(): Promise<void>
}

/** Everything the browser complains about in this page, from now on. */
export const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (problem) => complaints.push(String(problem)))
  return complaints
}

interface Desks {
  /** Opens the browser of the machine with this name; the same name is the same disk, for all tests of a file. */
  openDesk: (name: string) => Promise<Desk>
  /** A USB stick: a folder that files are carried in. */
  stick: string
}

const temporaryFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'anxin-app-'))
  await use(folder)
  await rm(folder, { recursive: true, force: true })
}

/** The browser that holds a profile names its process in the lock. */
const processOf = async (folder: string): Promise<number> =>
  Number((await readlink(join(folder, 'SingletonLock'))).split('-').at(-1))

/** The machines of one file of tests. Each has a server of its own: what it keeps lies outside of the browser's profile. */
class Machines {
  readonly #folder: string
  readonly #servers = new Map<string, Promise<LoopbackServer>>()
  #file = ''

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Switches the machine on, unless it is on; those of another file are switched off. */
  async on(file: string, name: string): Promise<{ folder: string; data: string; server: LoopbackServer }> {
    if (file !== this.#file) await this.off()
    this.#file = file
    const machine = join(this.#folder, basename(file), name)
    const data = join(machine, 'data')
    const server = this.#servers.get(name) ?? startServer(data)
    this.#servers.set(name, server)
    return { folder: join(machine, 'profile'), data, server: await server }
  }

  async off(): Promise<void> {
    for (const server of this.#servers.values()) await (await server).stop()
    this.#servers.clear()
  }
}

interface Beginning {
  /** In which language the demonstration was made that this test's machine has; null: it has nothing yet. */
  demonstration: Language | null
}

export const test = base.extend<Desks & Beginning, { machines: Machines; demonstrations: Demonstrations }>({
  demonstration: [null, { option: true }],
  demonstrations: [
    async ({ playwright }, use) =>
      temporaryFolder((folder) => use(new Demonstrations(folder, playwright.chromium))),
    { scope: 'worker' },
  ],
  machines: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where nothing is needed
    async ({}, use) =>
      temporaryFolder(async (folder) => {
        const machines = new Machines(folder)
        await use(machines)
        await machines.off()
      }),
    { scope: 'worker' },
  ],
  // A machine of its own for every test that needs no more than a page.
  context: async ({ browser, playwright, demonstration, demonstrations }, use) =>
    temporaryFolder(async (folder) => {
      const port = demonstration && (await demonstrations.copyTo(folder, demonstration))
      const server = await startServer(join(folder, 'data'), port ?? 0)
      const own = { baseURL: server.address }
      const context = demonstration
        ? await playwright.chromium.launchPersistentContext(join(folder, 'profile'), own)
        : await browser.newContext(own)
      await enter(context, server)
      await use(context)
      await context.close()
      await server.stop()
    }),
  page: async ({ context, demonstration }, use) => {
    const page = (demonstration && context.pages()[0]) ?? (await context.newPage())
    await typesPassphraseWhenAsked(page)
    await use(page)
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  stick: async ({}, use) => temporaryFolder(use),
  openDesk: async ({ playwright, machines }, use, { file }) => {
    const open = new Set<Desk>()
    await use(async (name) => {
      const { folder, data, server } = await machines.on(file, name)
      const context = await playwright.chromium.launchPersistentContext(folder, { baseURL: server.address })
      await enter(context, server)
      const page = context.pages()[0] ?? (await context.newPage())
      await typesPassphraseWhenAsked(page)
      const desk: Desk = {
        folder,
        data,
        page,
        complaints: complaintsOf(page),
        async close() {
          open.delete(desk)
          await context.close()
        },
        async kill() {
          open.delete(desk)
          const closed = context.waitForEvent('close')
          process.kill(await processOf(folder), 'SIGKILL')
          await closed
        },
      }
      open.add(desk)
      return desk
    })
    for (const desk of open) await desk.close()
  },
})

export { expect }
