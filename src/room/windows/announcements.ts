import type { Bytes } from '../../vault/primitives/bytes.ts'

/** What windows tell each other: which tables changed, who writes, and, sealed, what one asks the writer to do. No content, no names. */
export type Announcement =
  | { about: 'changed'; tables: readonly string[] }
  | { about: 'whoWrites' }
  | { about: 'iWrite'; staffId: string; since: string }
  | { about: 'asked'; question: string; sealed: Bytes }
  | { about: 'answered'; question: string; sealed: Bytes }

/** The channel between the windows that have one vault open. */
export class Announcements {
  readonly #channel: BroadcastChannel

  constructor(vault: string, hear: (announcement: Announcement) => void) {
    this.#channel = new BroadcastChannel(`anxin-windows:${vault}`)
    this.#channel.onmessage = ({ data }: MessageEvent<Announcement>) => hear(data)
  }

  say(announcement: Announcement): void {
    this.#channel.postMessage(announcement)
  }

  close(): void {
    this.#channel.close()
  }
}
