import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'

/** One machine: a browser profile on disk, and the window open in it. */
export interface Desk {
  folder: string
  page: Page
  /** What the browser itself found wrong: refused scripts and styles, missing files, broken promises. */
  complaints: string[]
  /** Closes the whole browser, as at the end of a day. */
  close(): Promise<void>
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
  /** Opens the browser of the machine with this name; the same name is the same profile. */
  openDesk: (name: string) => Promise<Desk>
  /** A USB stick: a folder that files are carried in. */
  stick: string
}

export const test = base.extend<Desks>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern where nothing is needed
  stick: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'anxin-stick-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
  openDesk: async ({ playwright }, use) => {
    const profiles = await mkdtemp(join(tmpdir(), 'anxin-profiles-'))
    const open = new Set<Desk>()
    await use(async (name) => {
      const folder = join(profiles, name)
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
      }
      open.add(desk)
      return desk
    })
    for (const desk of open) await desk.close()
    await rm(profiles, { recursive: true, force: true })
  },
})

export { expect }
