import { cp, mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../../../src/host/find-chromium.ts'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import { type LoopbackServer, startServer } from '../steps/loopback-server.ts'
import { startRoom } from './room-in-page.ts'

/** A browser window onto an installation. */
export interface CampaignWindow {
  room: RoomApi
  /** Ends the browser as at the end of a day. */
  close(): Promise<void>
  /** Ends the browser's process at once. */
  kill(): Promise<void>
}

/** An installation of the built program of its own: a browser profile, a folder for what the server keeps, and the server. */
export class Installation {
  readonly folder: string
  readonly #features: string
  #server: LoopbackServer | null = null
  #port = 0

  private constructor(folder: string, features: string) {
    this.folder = folder
    this.#features = features
  }

  /** An empty one; `features` are switched on in the browser, `within`: the disk it lies on. */
  static async make(features = '', within = tmpdir()): Promise<Installation> {
    const made = new Installation(await mkdtemp(join(within, 'anxin-campaign-')), features)
    await made.#serve(0)
    return made
  }

  get #serving(): LoopbackServer {
    if (!this.#server) throw new Error('Nothing is served')
    return this.#server
  }

  get profile(): string {
    return join(this.folder, 'profile')
  }

  /** A copy of what is on disk, once nothing runs. The address is part of what the browser keeps, so one is served at a time. */
  async copy(): Promise<Installation> {
    const copied = new Installation(await mkdtemp(join(tmpdir(), 'anxin-campaign-')), this.#features)
    await cp(this.folder, copied.folder, { recursive: true })
    await this.stop()
    await copied.#serve(this.#port)
    return copied
  }

  async open(): Promise<CampaignWindow> {
    const context = await this.#launch()
    const { address, entrance } = this.#serving
    await context.request.get(entrance, { maxRedirects: 0 })
    const room = await startRoom(context, address)
    // Read while there is a disk to read from.
    const lock = await readlink(join(this.profile, 'SingletonLock'))
    return {
      room,
      close: () => context.close(),
      kill: async () => {
        const closed = context.waitForEvent('close')
        process.kill(Number(lock.split('-').at(-1)), 'SIGKILL')
        await closed
      },
    }
  }

  /** Serves again, at the same address. */
  async start(): Promise<void> {
    await this.#serve(this.#port)
  }

  /** Stops serving; the files stay. */
  async stop(): Promise<void> {
    await this.#server?.stop()
    this.#server = null
  }

  async remove(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  #launch(): Promise<BrowserContext> {
    const executablePath = findChromium()
    return chromium.launchPersistentContext(this.profile, {
      ...(executablePath === null ? {} : { executablePath }),
      locale: 'zh-CN',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(this.#features === '' ? [] : [`--enable-features=${this.#features}`]),
      ],
    })
  }

  async #serve(port: number): Promise<void> {
    this.#server = await startServer(join(this.folder, 'data'), port)
    this.#port = Number(new URL(this.#server.address).port)
  }
}
