import { Dexie } from 'dexie'
import { VaultError } from '../errors.ts'
import type { Inbox, SealedAnswer, Ticket } from '../inbox.ts'
import { deleteDatabase } from '../store/delete-database.ts'

const moveTicket = async (database: Dexie, { id, content }: Ticket, inbox: Inbox): Promise<void> => {
  const [tickets, answers] = [database.table<Ticket>('tickets'), database.table<SealedAnswer>('answers')]
  await inbox.putTicket({ id, content })
  for (const answer of await answers.where({ ticketId: id }).sortBy('sequence')) {
    await inbox.append(answer)
    // Taken in twice it would replace what staff enter in the meantime.
    await answers
      .where({ ticketId: id })
      .and(({ sequence }) => sequence === answer.sequence)
      .delete()
  }
  await tickets.where({ id }).delete()
}

/**
 * Moves what waits in a database, as the releases before kept it, into the folder of the inbox; nothing most of the time.
 * Broken off and done again one answer may wait twice, which counts for nothing. What cannot be moved stays there, and
 * is told of by NOT_SAVED.
 */
export const fromInboxDatabase = async (name: string, inbox: Inbox): Promise<void> => {
  if (!(await Dexie.exists(name))) return
  const database = await new Dexie(name).open()
  let left = 0
  try {
    for (const ticket of await database.table<Ticket>('tickets').toArray())
      await moveTicket(database, ticket, inbox).catch(() => undefined)
    for (const table of ['tickets', 'answers']) left += await database.table(table).count()
  } finally {
    database.close()
  }
  if (left > 0) throw new VaultError('NOT_SAVED')
  await deleteDatabase(name)
}
