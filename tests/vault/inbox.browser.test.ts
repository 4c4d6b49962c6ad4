import { expect, onTestFinished, test, vi } from 'vitest'
import { textOf, utf8 } from '../../src/vault/bytes.ts'
import { Inbox } from '../../src/vault/inbox.ts'
import { drawId } from '../../src/vault/random.ts'
import { sealBox } from '../../src/vault/sealed-box.ts'
import { codeOf } from './places.ts'
import { makeRoom, onDisk } from './room.ts'

const emptyInbox = () => {
  const name = `inbox-${drawId()}`
  const inbox = new Inbox(name)
  onTestFinished(() => inbox.close())
  return { name, inbox }
}

test('answers sealed without a key wait, in order, until somebody unlocks', async () => {
  const { name, inbox } = emptyInbox()
  const room = await makeRoom()
  const counsellor = await room.open(room.first)
  const publicKey = counsellor.publicKey('assessment')
  counsellor.lock()

  const ticketId = drawId()
  await inbox.putTicket({ id: ticketId, content: { instruments: ['phq-9'], publicKey } })
  for (const [label, value] of Object.entries({ q1: 2, q2: 0, q9: 1 })) {
    const sealed = await sealBox(publicKey, ticketId, utf8(JSON.stringify({ [label]: value })))
    await inbox.append({ ticketId, label, sealed })
  }
  inbox.close()

  const later = new Inbox(name)
  expect(await later.tickets()).toEqual([{ id: ticketId, content: { instruments: ['phq-9'], publicKey } }])
  const waiting = await later.answers(ticketId)
  expect(waiting.map(({ sequence, label }) => [sequence, label])).toEqual([
    [1, 'q1'],
    [2, 'q2'],
    [3, 'q9'],
  ])
  const onDiskText = await onDisk(name, async (database) =>
    (await database.table('answers').toArray()).map(({ sealed }) => new TextDecoder().decode(sealed)),
  )
  expect(onDiskText.join()).not.toContain('{"q')

  const vault = await room.open(room.first)
  const opened = await Promise.all(
    waiting.map(async ({ sealed }) => textOf(await vault.openSealed('assessment', ticketId, sealed))),
  )
  expect(opened).toEqual(['{"q1":2}', '{"q2":0}', '{"q9":1}'])

  expect(await codeOf(later.removeTicket(ticketId))).toBe('ANSWERS_WAITING')
  await later.removeAnswers(waiting)
  await later.removeTicket(ticketId)
  expect(await later.tickets()).toEqual([])
  later.close()
})

test('a sequence is never given twice, and an answer that came meanwhile stays', async () => {
  const { inbox } = emptyInbox()
  await inbox.putTicket({ id: 't', content: null })
  const answer = { ticketId: 't', label: 'q1', sealed: new Uint8Array(8) }
  const [first, second] = await Promise.all([inbox.append(answer), inbox.append(answer)])
  expect([first, second].sort()).toEqual([1, 2])
  const drained = await inbox.answers('t')
  await inbox.append(answer)
  await inbox.removeAnswers(drained)
  expect((await inbox.answers('t')).map(({ sequence }) => sequence)).toEqual([3])
  await inbox.putTicket({ id: 't', content: { finished: true } })
  expect(await inbox.append(answer)).toBe(4)
})

test('an answer without a ticket is refused', async () => {
  const { inbox } = emptyInbox()
  const answer = { ticketId: 'none', label: 'q1', sealed: new Uint8Array(8) }
  expect(await codeOf(inbox.append(answer))).toBe('UNKNOWN_TICKET')
  expect(await inbox.answers('none')).toEqual([])
})

test('is strict in every writing transaction, and what storage refuses is not acknowledged', async () => {
  const { inbox } = emptyInbox()
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
  onTestFinished(() => transaction.mockRestore())
  await inbox.putTicket({ id: 't', content: null })
  await inbox.append({ ticketId: 't', label: 'q1', sealed: new Uint8Array(8) })
  await inbox.removeAnswers(await inbox.answers('t'))
  await inbox.removeTicket('t')
  const written = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
  expect(written).toHaveLength(4)
  expect(written.every(([, , options]) => options?.durability === 'strict')).toBe(true)

  await inbox.putTicket({ id: 't', content: null })
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  onTestFinished(() => add.mockRestore())
  expect(await codeOf(inbox.append({ ticketId: 't', label: 'q1', sealed: new Uint8Array(8) }))).toBe(
    'NOT_SAVED',
  )
})
