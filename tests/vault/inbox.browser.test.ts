import { expect, test } from 'vitest'
import { Inbox } from '../../src/vault/inbox.ts'
import { textOf, utf8 } from '../../src/vault/primitives/bytes.ts'
import { drawId } from '../../src/vault/primitives/random.ts'
import { sealBox } from '../../src/vault/primitives/sealed-box.ts'
import { memoryFolder } from '../support/memory-folder.ts'
import { makeRoom } from './room.ts'
import { codeOf } from './sealing/places.ts'

const ticketId = 'a'.repeat(32)
const answer = { ticketId, label: 'q1', sealed: new Uint8Array(8).fill(7) }

test('answers sealed without a key wait, in order, until somebody unlocks', async () => {
  const folder = memoryFolder()
  const inbox = new Inbox(folder)
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

  const later = new Inbox(folder)
  expect(await later.tickets()).toEqual([{ id: ticketId, content: { instruments: ['phq-9'], publicKey } }])
  const waiting = await later.answers(ticketId)
  expect(waiting.map(({ sequence, label }) => [sequence, label])).toEqual([
    [1, 'q1'],
    [2, 'q2'],
    [3, 'q9'],
  ])
  const onDisk = [...folder.files.values()].map((bytes) => new TextDecoder('latin1').decode(bytes))
  expect(onDisk.join()).not.toContain('{"q')

  const vault = await room.open(room.first)
  const opened = await Promise.all(
    waiting.map(async ({ sealed }) => textOf(await vault.openSealed('assessment', ticketId, sealed))),
  )
  expect(opened).toEqual(['{"q1":2}', '{"q2":0}', '{"q9":1}'])

  expect(await codeOf(later.removeTicket(ticketId))).toBe('ANSWERS_WAITING')
  await later.removeAnswers(waiting)
  await later.removeTicket(ticketId)
  expect(await later.tickets()).toEqual([])
  expect(folder.files.size).toBe(0)
})

test('two answers at once take two places, and one that came meanwhile stays', async () => {
  const inbox = new Inbox(memoryFolder())
  await inbox.putTicket({ id: ticketId, content: null })
  const [first, second] = await Promise.all([inbox.append(answer), inbox.append(answer)])
  expect([first, second].sort()).toEqual([1, 2])
  const drained = await inbox.answers(ticketId)
  await inbox.append(answer)
  await inbox.removeAnswers(drained)
  expect((await inbox.answers(ticketId)).map(({ sequence }) => sequence)).toEqual([3])
  await inbox.putTicket({ id: ticketId, content: { finished: true } })
  expect(await inbox.append(answer)).toBe(4)
})

test('an answer without a ticket is refused', async () => {
  const inbox = new Inbox(memoryFolder())
  expect(await codeOf(inbox.append(answer))).toBe('UNKNOWN_TICKET')
  expect(await codeOf(inbox.drop(answer))).toBe('UNKNOWN_TICKET')
  expect(await inbox.answers(ticketId)).toEqual([])
})

test('answers whose ticket is gone are still there', async () => {
  const folder = memoryFolder()
  const inbox = new Inbox(folder)
  await inbox.putTicket({ id: ticketId, content: 'asked' })
  await inbox.append(answer)
  await folder.remove(`ticket-${ticketId}`)
  expect(await inbox.tickets()).toEqual([{ id: ticketId, content: null }])
  expect(await inbox.answers(ticketId)).toEqual([{ ...answer, sequence: 1 }])
})

for (const when of ['before', 'halfway', 'after'] as const)
  test(`what fails ${when} it is written is not acknowledged, and all that was is there`, async () => {
    const folder = memoryFolder()
    const inbox = new Inbox(folder)
    await inbox.putTicket({ id: ticketId, content: 'asked' })
    await inbox.append(answer)
    const calls = {
      append: () => inbox.append({ ...answer, label: 'q2' }),
      drop: () => inbox.drop({ ...answer, label: 'q2' }),
      putTicket: () => inbox.putTicket({ id: ticketId, content: 'else' }),
      removeAnswers: async () => inbox.removeAnswers(await inbox.answers(ticketId)),
    }
    for (const [name, call] of Object.entries(calls)) {
      folder.fail({ at: 1, when })
      expect(await codeOf(call()), name).toBe('NOT_SAVED')
      folder.fail(null)
      if (name === 'removeAnswers') continue
      expect((await inbox.answers(ticketId))[0], name).toEqual({ ...answer, sequence: 1 })
      expect(await inbox.tickets(), name).toEqual([{ id: ticketId, content: 'asked' }])
    }
    await inbox.removeAnswers(await inbox.answers(ticketId))
    await inbox.removeTicket(ticketId)
    expect(await inbox.tickets()).toEqual([])
  })
