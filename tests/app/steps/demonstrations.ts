import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, type BrowserType, expect, type Page } from '@playwright/test'
import type { Language } from '../../../src/casework/records/values.ts'
import { type LoopbackServer, startServer } from './loopback-server.ts'
import { wordingIn } from './wording.ts'

/** Shown on the lock screen of every demonstration. */
export const demoPassphrase = 'gentle river demo'

/** As when the window is opened at the address with the token. */
export const enter = async (context: BrowserContext, { entrance }: LoopbackServer): Promise<void> => {
  await context.request.get(entrance, { maxRedirects: 0 })
}

/** Makes the demonstration, as who tries the program out does. */
const make = async (page: Page, language: Language): Promise<void> => {
  const t = wordingIn(language)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.goto('/')
  await press(t('access:welcome.demo'))
  await press(t('access:demoReady.open'))
  await expect(page.getByRole('heading', { level: 1, name: t('today:title') })).toBeVisible()
}

/** Demonstrations of one worker, each made once and copied for every test: made anew, it would take half of a test's time. */
export class Demonstrations {
  readonly #folder: string
  readonly #chromium: BrowserType
  readonly #made = new Map<Language, Promise<string>>()
  /** The address is part of what a browser keeps. None of those that are given to who asks for any. */
  readonly #port = 20_000 + (process.pid % 10_000)

  constructor(folder: string, chromium: BrowserType) {
    this.#folder = folder
    this.#chromium = chromium
  }

  /** Puts the profile and the data of a machine with a demonstration into a folder; gives the port it has to be served at. */
  async copyTo(folder: string, language: Language): Promise<number> {
    const made = this.#made.get(language) ?? this.#make(language)
    this.#made.set(language, made)
    await cp(await made, folder, { recursive: true })
    return this.#port
  }

  async #make(language: Language): Promise<string> {
    const folder = join(this.#folder, language)
    const server = await startServer(join(folder, 'data'), this.#port)
    const options = { baseURL: server.address, locale: language }
    const context = await this.#chromium.launchPersistentContext(join(folder, 'profile'), options)
    await enter(context, server)
    await make(context.pages()[0] ?? (await context.newPage()), language)
    await context.close()
    await server.stop()
    return folder
  }
}
