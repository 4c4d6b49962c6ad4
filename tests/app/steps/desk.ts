import { mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'

/** One machine: a browser profile on disk, and the window open in it. */
export interface Desk {
  folder: string
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
  /** Opens the browser of the machine with this name; the same name is the same profile, for all tests of a file. */
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

export const test = base.extend<Desks, { profiles: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where nothing is needed
  profiles: [async ({}, use) => temporaryFolder(use), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  stick: async ({}, use) => temporaryFolder(use),
  openDesk: async ({ playwright, profiles }, use, { file }) => {
    const open = new Set<Desk>()
    await use(async (name) => {
      const folder = join(profiles, basename(file), name)
      const context = await playwright.chromium.launchPersistentContext(folder)
      const page = context.pages()[0] ?? (await context.newPage())
      const desk: Desk = {
        folder,
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
