import { Dexie, type Table } from 'dexie'
import type { Bytes } from './bytes.ts'
import { saved, VaultError } from './errors.ts'
import { drawBytes } from './random.ts'

/** What the client's page has to ask: plain JSON of the caller's, without names and without answers. */
export interface Ticket {
  id: string
  content: unknown
}

/** An answer, or all of one person's to a survey, sealed for a domain. `label` says what was answered, not how. */
export interface SealedAnswer {
  ticketId: string
  /** Rises by one with each answer to a ticket, or is drawn; never given twice. */
  sequence: number
  label: string
  sealed: Bytes
}

interface TicketRow extends Ticket {
  nextSequence: number
}

class InboxDatabase extends Dexie {
  declare readonly tickets: Table<TicketRow, string>
  declare readonly answers: Table<SealedAnswer, [string, number]>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ tickets: 'id', answers: '[ticketId+sequence], ticketId' })
  }
}

/** Where the client's page leaves what only an unlocked vault can read. Needs no key; every write is flushed to disk. */
export class Inbox {
  readonly #database: InboxDatabase

  constructor(name = 'anxin-inbox') {
    this.#database = new InboxDatabase(name)
  }

  #write<T>(work: () => Promise<T>): Promise<T> {
    return saved(this.#database.transaction('rw', [this.#database.tickets, this.#database.answers], work))
  }

  /** Puts up a ticket, or changes what it says. */
  async putTicket({ id, content }: Ticket): Promise<void> {
    const { tickets } = this.#database
    await this.#write(async () => {
      const nextSequence = (await tickets.get(id))?.nextSequence ?? 1
      await tickets.put({ id, content, nextSequence })
    })
  }

  async tickets(): Promise<Ticket[]> {
    return (await this.#database.tickets.toArray()).map(({ id, content }) => ({ id, content }))
  }

  /** Keeps an answer; resolves with its sequence once it is on disk. Throws UNKNOWN_TICKET or NOT_SAVED. */
  async append({ ticketId, label, sealed }: Omit<SealedAnswer, 'sequence'>): Promise<number> {
    const { tickets, answers } = this.#database
    return this.#write(async () => {
      const ticket = await tickets.get(ticketId)
      if (!ticket) throw new VaultError('UNKNOWN_TICKET')
      const sequence = ticket.nextSequence
      await answers.add({ ticketId, sequence, label, sealed })
      await tickets.put({ ...ticket, nextSequence: sequence + 1 })
      return sequence
    })
  }

  /** Keeps what must not tell when it came: its place among the others is drawn. Throws UNKNOWN_TICKET or NOT_SAVED. */
  async drop({ ticketId, label, sealed }: Omit<SealedAnswer, 'sequence'>): Promise<void> {
    const { tickets, answers } = this.#database
    const [high = 0, low = 0] = new Uint32Array(drawBytes(16).buffer)
    const sequence = (high % 2 ** 20) * 2 ** 32 + low
    await this.#write(async () => {
      if (!(await tickets.get(ticketId))) throw new VaultError('UNKNOWN_TICKET')
      await answers.add({ ticketId, sequence, label, sealed })
    })
  }

  /** The answers that wait, in the order they were given; those that were dropped in, in none. */
  async answers(ticketId: string): Promise<SealedAnswer[]> {
    return this.#database.answers.where({ ticketId }).sortBy('sequence')
  }

  /** Removes answers, after what they say has been committed to the vault. */
  async removeAnswers(answers: readonly SealedAnswer[]): Promise<void> {
    const keys = answers.map(({ ticketId, sequence }): [string, number] => [ticketId, sequence])
    await this.#write(() => this.#database.answers.bulkDelete(keys))
  }

  /** Throws ANSWERS_WAITING, and keeps everything, while answers have not been removed. */
  async removeTicket(ticketId: string): Promise<void> {
    const { tickets, answers } = this.#database
    await this.#write(async () => {
      if ((await answers.where({ ticketId }).count()) > 0) throw new VaultError('ANSWERS_WAITING')
      await tickets.delete(ticketId)
    })
  }

  close(): void {
    this.#database.close()
  }
}
