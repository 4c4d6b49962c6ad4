import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { Inbox } from '../../../src/vault/inbox.ts'
import { fromInboxDatabase } from '../../../src/vault/migrations/from-inbox-database.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { memoryFolder } from '../../support/memory-folder.ts'

const ticketId = 'a'.repeat(32)
const answers = [2, 1, 11].map((sequence) => ({
  ticketId,
  sequence,
  label: `q${sequence}`,
  sealed: new Uint8Array(8).fill(sequence),
}))

/** A database as the releases before made it. */
const databaseBefore = async (): Promise<string> => {
  const name = `inbox-${drawId()}`
  const database = new Dexie(name)
  database.version(1).stores({ tickets: 'id', answers: '[ticketId+sequence], ticketId' })
  await database.table('tickets').add({ id: ticketId, content: { asked: 'phq-9' }, nextSequence: 12 })
  await database.table('answers').bulkAdd(answers)
  database.close()
  return name
}

test('answers that waited when the program was updated wait on, in their order', async () => {
  const name = await databaseBefore()
  const inbox = new Inbox(memoryFolder())
  await fromInboxDatabase(name, inbox)
  expect(await inbox.tickets()).toEqual([{ id: ticketId, content: { asked: 'phq-9' } }])
  expect((await inbox.answers(ticketId)).map(({ label }) => label)).toEqual(['q1', 'q2', 'q11'])
  expect(await Dexie.exists(name)).toBe(false)
  await fromInboxDatabase(name, inbox)
  expect(await inbox.answers(ticketId)).toHaveLength(3)
})

test('broken off anywhere, every answer is in one place or the other, and in the folder in the end', async () => {
  for (let at = 1; ; at++) {
    const name = await databaseBefore()
    const folder = memoryFolder()
    const inbox = new Inbox(folder)
    folder.fail({ at, when: 'before', forEver: true })
    const reached = await fromInboxDatabase(name, inbox).then(
      () => false,
      () => true,
    )
    folder.fail(null)
    await fromInboxDatabase(name, inbox)
    const labels = (await inbox.answers(ticketId)).map(({ label }) => label)
    expect([...new Set(labels)].sort(), `call ${at}`).toEqual(['q1', 'q11', 'q2'])
    if (!reached) return
  }
})

test('what belongs to no ticket stays where it is, and has nothing else moved twice', async () => {
  const name = await databaseBefore()
  const database = await new Dexie(name).open()
  await database.table('tickets').add({ id: '0 no name of ours', content: null, nextSequence: 1 })
  await database.table('answers').add({ ...answers[0], ticketId: '0'.repeat(32) })
  database.close()
  const inbox = new Inbox(memoryFolder())
  for (let times = 0; times < 3; times++) await fromInboxDatabase(name, inbox).catch(() => undefined)
  const moved = await inbox.answers(ticketId)
  expect(moved.map(({ label }) => label)).toEqual(['q1', 'q2', 'q11'])
  await inbox.removeAnswers(moved)
  await inbox.putTicket({ id: ticketId, content: null })
  await fromInboxDatabase(name, inbox).catch(() => undefined)
  expect(await inbox.answers(ticketId)).toEqual([])
  expect(await inbox.tickets()).toEqual([{ id: ticketId, content: null }])
  expect(await Dexie.exists(name)).toBe(true)
  await Dexie.delete(name)
})
