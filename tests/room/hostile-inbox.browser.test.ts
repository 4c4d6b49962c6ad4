import { encode } from '@msgpack/msgpack'
import { beforeEach, expect, test } from 'vitest'
import { crc32c } from '../../src/journal/crc32c.ts'
import type { Bytes } from '../../src/journal/durable-folder.ts'
import { encodeFrame } from '../../src/journal/frame.ts'
import { kioskApi } from '../../src/room/client-mode/kiosk.ts'
import { given } from '../support/exchange.ts'
import { clientWhoAgreed, fileOf } from './casework.ts'
import { inboxFiles, putInboxFile } from './inbox-files.ts'
import { setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const framed = (content: unknown) => encodeFrame({ seq: 1, payload: encode(content).slice() })

/** As a later version of the program might have written it. */
const fromLater = (): Bytes => {
  const bytes = framed({ label: 'q1' })
  const view = new DataView(bytes.buffer)
  view.setUint8(4, 2)
  view.setUint32(17, crc32c(bytes.subarray(0, 17)))
  return bytes
}

test('whatever somebody with the disk puts into the inbox, staff get in and answers are taken in', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const clientId = await clientWhoAgreed(room)
  given(
    await room.startClientMode({
      clientId,
      instruments: ['phq-9'],
      rater: { kind: 'self' },
      language: 'zh-CN',
      largePrint: false,
    }),
  )
  const [{ assessmentId = '' } = {}] = (await kioskApi().sitting())?.questionnaires ?? []
  given(await kioskApi().answer({ assessmentId, question: 'q1', value: 2 }))
  const [ticket = ''] = [...(await inboxFiles()).keys()].filter((name) => name.startsWith('ticket-'))
  const ticketId = ticket.slice('ticket-'.length)

  const labels = [undefined, null, 5, {}, ['survey.x'], '', 'survey', 'survey.x', '.', 'constructor.q1']
  const contents = [...labels.map((label) => framed({ label, sealed: 'no bytes' })), framed(7), framed(null)]
  const genuine = (await inboxFiles()).get(`answer-${ticketId}-1`) ?? new Uint8Array()
  for (const number of ['9999999999999999', '9007199254740994', '01'])
    await putInboxFile(`answer-${ticketId}-${number}`, genuine)
  await putInboxFile(`ticket-${'f'.repeat(32)}`, fromLater())
  given(await kioskApi().answer({ assessmentId, question: 'q2', value: 1 }))

  const junk = [
    fromLater(),
    new Uint8Array(0),
    new Uint8Array(300).fill(0xa5),
    framed({ label: 'q1' }).slice(0, 20),
  ]
  for (const [at, bytes] of [...contents, ...junk].entries())
    await putInboxFile(`answer-${ticketId}-${1000 + at}`, bytes)
  await putInboxFile(`answer-${'0'.repeat(32)}-1`, framed({ label: 'q1', sealed: new Uint8Array(9) }))
  for (const [at, content] of [{ steps: 7 }, 'text', null].entries())
    await putInboxFile(`ticket-${String(at).repeat(32)}`, framed(content))
  await putInboxFile(`ticket-${'e'.repeat(32)}`, new Uint8Array(40))

  await unlock(room)
  const { assessments } = await fileOf(room, clientId)
  expect(assessments.map(({ value }) => value.answers)).toEqual([{ q1: 2, q2: 1 }])
  expect(await kioskApi().sitting()).toBeNull()
})
