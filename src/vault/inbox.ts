import { decode, encode } from '@msgpack/msgpack'
import { type DurableFolder, FolderError } from '../journal/durable-folder.ts'
import { decodeFrames, encodeFrame } from '../journal/frame.ts'
import { saved, VaultError } from './errors.ts'
import type { Bytes } from './primitives/bytes.ts'
import { drawBytes } from './primitives/random.ts'

/** What the client's page has to ask: plain data of the caller's, without names and without answers. */
export interface Ticket {
  /** 32 hex digits. */
  id: string
  content: unknown
}

/** An answer, or all of one person's to a survey, sealed for a domain. `label` says what was answered, not how. */
export interface SealedAnswer {
  ticketId: string
  /** Higher than that of every answer to the ticket that waits, or drawn. */
  sequence: number
  label: string
  sealed: Bytes
}

type NewAnswer = Omit<SealedAnswer, 'sequence'>

const ticketName = (id: string): string => `ticket-${id}`
const answerName = (ticketId: string, sequence: number): string => `answer-${ticketId}-${sequence}`
const sequenceOf = (name: string): number => Number(name.split('-')[2])
/** Only as names are written here: another spelling of a number would not be found again. */
const isAnswerTo = (ticketId: string) => (name: string) =>
  Number.isSafeInteger(sequenceOf(name)) && name === answerName(ticketId, sequenceOf(name))

const inFrame = (seq: number, content: unknown): Bytes =>
  encodeFrame({ seq, payload: encode(content).slice() })

/** More than any ticket or answer has, so that a file that was blown up asks for no more memory. */
const largestFile = 8 * 1024 ** 2

const nothing: Bytes = new Uint8Array()

/** Undefined for what is not as it was written. */
const fromFrame = (bytes: Bytes): unknown => {
  try {
    const [frame] = decodeFrames(bytes).frames
    return frame && decode(frame.payload)
  } catch {
    return undefined
  }
}

/**
 * Where the client's page leaves what only an unlocked vault can read: a file for each ticket and each answer, in a folder
 * outside of the browser's database, which Chromium may give up after a power cut. Needs no key; what resolves is on disk.
 */
export class Inbox {
  readonly #folder: DurableFolder

  constructor(folder: DurableFolder) {
    this.#folder = folder
  }

  /** Puts up a ticket, or changes what it says. Throws NOT_SAVED. */
  async putTicket({ id, content }: Ticket): Promise<void> {
    const name = ticketName(id)
    await saved(this.#folder.overwrite(`${name}.new`, inFrame(0, content)))
    await saved(this.#folder.rename(`${name}.new`, name))
  }

  /** Those that are up, and those there are still answers to; the content is null where it cannot be read. */
  async tickets(): Promise<Ticket[]> {
    const names = (await this.#names()).filter((name) => !name.endsWith('.new'))
    const ids = new Set(names.map((name) => name.split('-')[1] ?? ''))
    return Promise.all(
      Array.from(ids, async (id) => ({ id, content: (await this.#read(ticketName(id))) ?? null })),
    )
  }

  /** Keeps an answer; resolves with its sequence once it is on disk. Throws UNKNOWN_TICKET or NOT_SAVED. */
  async append({ ticketId, ...answer }: NewAnswer): Promise<number> {
    const names = await this.#namesWith(ticketId)
    let sequence = Math.max(0, ...names.filter(isAnswerTo(ticketId)).map(sequenceOf)) + 1
    while (!(await this.#add(answerName(ticketId, sequence), sequence, answer))) sequence += 1
    return sequence
  }

  /** Keeps what must not tell when it came: its place among the others is drawn. Throws UNKNOWN_TICKET or NOT_SAVED. */
  async drop({ ticketId, ...answer }: NewAnswer): Promise<void> {
    await this.#namesWith(ticketId)
    const [high = 0, low = 0] = new Uint32Array(drawBytes(16).buffer)
    const sequence = (high % 2 ** 20) * 2 ** 32 + low
    await this.#add(answerName(ticketId, sequence), sequence, answer)
  }

  /**
   * The answers that wait, in the order they were given; those that were dropped in, in none. Anybody with the disk can put
   * something among them: what does not say what it answers comes with an empty label.
   */
  async answers(ticketId: string): Promise<SealedAnswer[]> {
    const names = (await this.#names()).filter(isAnswerTo(ticketId))
    const answers = names
      .toSorted((a, b) => sequenceOf(a) - sequenceOf(b))
      .map(async (name): Promise<SealedAnswer> => {
        const { label, sealed } = Object(await this.#read(name))
        return {
          ticketId,
          sequence: sequenceOf(name),
          label: typeof label === 'string' ? label : '',
          sealed: sealed instanceof Uint8Array ? sealed.slice() : nothing,
        }
      })
    return Promise.all(answers)
  }

  /** Removes answers, after what they say has been committed to the vault. Throws NOT_SAVED. */
  async removeAnswers(answers: readonly SealedAnswer[]): Promise<void> {
    for (const { ticketId, sequence } of answers)
      await saved(this.#folder.remove(answerName(ticketId, sequence)))
  }

  /** Throws ANSWERS_WAITING, and keeps everything, while answers have not been removed; or NOT_SAVED. */
  async removeTicket(ticketId: string): Promise<void> {
    if ((await this.#names()).some(isAnswerTo(ticketId))) throw new VaultError('ANSWERS_WAITING')
    await saved(this.#folder.remove(ticketName(ticketId)))
  }

  async #names(): Promise<string[]> {
    return (await this.#folder.list()).filter(({ size }) => size > 0).map(({ name }) => name)
  }

  async #namesWith(ticketId: string): Promise<string[]> {
    const names = await saved(this.#names())
    if (!names.includes(ticketName(ticketId))) throw new VaultError('UNKNOWN_TICKET')
    return names
  }

  /** False when there is such a file already. */
  async #add(name: string, sequence: number, answer: Omit<NewAnswer, 'ticketId'>): Promise<boolean> {
    try {
      await this.#folder.append(name, 0, inFrame(sequence, answer))
      return true
    } catch (cause) {
      if (cause instanceof FolderError && cause.code === 'FILE_CHANGED') return false
      throw new VaultError('NOT_SAVED', { cause })
    }
  }

  /** Undefined where there is no such file, or nothing in it that was written here. */
  async #read(name: string): Promise<unknown> {
    try {
      return fromFrame(await this.#folder.read(name, 0, largestFile))
    } catch (problem) {
      if (problem instanceof FolderError && problem.code === 'NO_FILE') return undefined
      throw problem
    }
  }
}
