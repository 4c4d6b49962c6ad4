import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { processNoteKind } from '../../src/casework/notes/process-note.ts'
import { sessionNoteKind } from '../../src/casework/notes/session-note.ts'
import type { NoteEntry } from '../../src/room/contract/notes.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, register } from './casework.ts'
import { passphrase, setUp, unlock } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
})

afterEach(() => {
  vi.useRealTimers()
})

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
const entry = (more: Partial<NoteEntry> = {}): NoteEntry => ({
  content: { form: 'DAP', data: '示例：说了近况', assessment: '', plan: '' },
  heldAt: ago(1),
  minutes: 50,
  mode: 'inRoom',
  ...more,
})
const clientInCare = async () => {
  const clientId = await register(room)
  await agree(room, clientId, 'casefile')
  return clientId
}
const begun = async (clientId: string, more: Partial<NoteEntry> = {}) =>
  given(await room.beginNote({ clientId, appointment: null, entry: entry(more) }))
const waiting = async (clientId: string) =>
  (await room.today()).items.filter(({ id, kind }) => id === clientId && kind === 'unsignedNote')

test('a draft is kept as it is written, waits on the board under its own id, is signed, and only added to then', async () => {
  const clientId = await clientInCare()
  const { id } = await begun(clientId, { heldAt: ago(30) })
  expect((await waiting(clientId)).map(({ record }) => record)).toEqual([id])
  expect((await room.note(id)).standing).toBe('draftLate')
  const content = { form: 'SOAP', subjective: '一', objective: '二', assessment: '三', plan: '四' } as const
  given(await room.rewriteNote({ id, revision: 1, entry: entry({ content }) }))
  expect(codeOf(await room.addToNote({ id, revision: 2, text: '示例补记' }))).toBe('NOTE_NOT_SIGNED')
  expect(codeOf(await room.rewriteNote({ id, revision: 1, entry: entry() }))).toBe('CONFLICT')
  expect((await room.note(id)).note.value.content).toEqual(content)

  const signed = given(await room.signNote({ id, revision: 2, entry: entry({ content }) }))
  expect((await room.note(id)).standing).toBe('signed')
  expect(await waiting(clientId)).toEqual([])
  expect(codeOf(await room.rewriteNote({ id, revision: signed.revision, entry: entry() }))).toBe(
    'NOTE_SIGNED',
  )
  expect(codeOf(await room.addToNote({ id, revision: signed.revision, text: ' ' }))).toBe('ADDENDUM_EMPTY')
  given(await room.addToNote({ id, revision: signed.revision, text: '示例：补一句' }))
  const { note, staffNames } = await room.note(id)
  expect(note.value).toMatchObject({ content, addenda: [{ text: '示例：补一句' }] })
  expect(staffNames[note.value.addenda[0]?.by ?? '']).toBe('示例咨询师')
})

test('what is signed later than the room’s hours is marked so, whatever was written before', async () => {
  const clientId = await clientInCare()
  const { id } = await begun(clientId, { heldAt: ago(26), minutes: 30 })
  given(await room.signNote({ id, revision: 1, entry: entry({ heldAt: ago(26), minutes: 30 }) }))
  const { notes, noteWithinHours } = await room.notes(clientId)
  expect(noteWithinHours).toBe(24)
  expect(notes.map(({ standing }) => standing)).toEqual(['signedLate'])
})

test('an empty note, or one of a session to come, is not signed', async () => {
  const clientId = await clientInCare()
  const empty = { form: 'DAP', data: ' ', assessment: '', plan: '' } as const
  const { id } = await begun(clientId)
  expect(codeOf(await room.signNote({ id, revision: 1, entry: entry({ content: empty }) }))).toBe(
    'NOTE_EMPTY',
  )
  const ahead = entry({ heldAt: ago(-3) })
  expect(codeOf(await room.signNote({ id, revision: 1, entry: ahead }))).toBe('NOTE_HELD_AHEAD')
  expect((await room.note(id)).note).toMatchObject({ revision: 1, value: { signedAt: null } })
})

test('nothing is begun without consent to a file, and what is not a note is not kept', async () => {
  const clientId = await register(room)
  expect((await room.notes(clientId)).barred).toMatchObject({ code: 'CONSENT_NEEDED', at: 'casefile' })
  expect(codeOf(await room.beginNote({ clientId, appointment: null, entry: entry() }))).toBe('CONSENT_NEEDED')
  await agree(room, clientId, 'casefile')
  expect((await room.notes(clientId)).barred).toBeNull()
  expect(await room.beginNote({ clientId, appointment: null, entry: entry({ minutes: -1 }) })).toMatchObject({
    ok: false,
    refusal: { code: 'NOTE_INVALID', at: 'minutes' },
  })
  expect((await room.notes(clientId)).notes).toEqual([])
})

test('a note belongs to an appointment of the same client', async () => {
  const [clientId, other] = [await clientInCare(), await clientInCare()]
  const [staff] = await room.appointmentStaff()
  const planned = {
    clientId,
    staffId: staff?.id ?? '',
    startsAt: ago(2),
    minutes: 50,
    kind: 'session' as const,
    place: '',
    note: '',
  }
  const { id } = given(
    await room.saveAppointment({ id: null, revision: 0, entry: planned, despiteClashes: true }),
  )
  given(await room.beginNote({ clientId, appointment: id, entry: entry() }))
  expect(await room.beginNote({ clientId: other, appointment: id, entry: entry() })).toMatchObject({
    ok: false,
    refusal: { code: 'NOTE_INVALID', at: 'appointment' },
  })
})

test('only its writer changes a draft; a private note nobody else reads, changes or counts, whatever their keys open', async () => {
  const clientId = await clientInCare()
  const { id } = await begun(clientId)
  given(await room.keepPrivateNote({ id: null, revision: 0, clientId, text: '示例：只给自己看' }))
  expect(codeOf(await room.keepPrivateNote({ id: null, revision: 0, clientId, text: ' ' }))).toBe(
    'PRIVATE_NOTE_EMPTY',
  )
  const [own] = await room.privateNotes(clientId)
  expect(own).toMatchObject({ revision: 1, text: '示例：只给自己看' })
  given(await room.keepPrivateNote({ id: own?.id ?? '', revision: 1, clientId, text: '示例：改过' }))
  expect((await room.privateNotes(clientId)).map(({ text }) => text)).toEqual(['示例：改过'])

  const supervisor = given(
    await room.addStaff({ name: '示例督导', roles: ['supervisor', 'administrator'], passphrase }),
  ).id
  await window.close()
  const vault = await vaultHere()
  const stored = await valuesOf(vault, processNoteKind)
  expect(stored).toHaveLength(1)
  expect(JSON.stringify(stored)).not.toContain('示例')
  expect(await valuesOf(vault, sessionNoteKind)).not.toEqual([])
  vault.lock()

  const { room: theirs, close } = openWindowHere()
  await unlock(theirs, supervisor)
  const { mine, note } = await theirs.note(id)
  expect({ mine, signedAt: note.value.signedAt }).toEqual({ mine: false, signedAt: null })
  expect(codeOf(await theirs.rewriteNote({ id, revision: 1, entry: entry() }))).toBe('NOTE_OF_ANOTHER')
  expect(codeOf(await theirs.signNote({ id, revision: 1, entry: entry() }))).toBe('NOTE_OF_ANOTHER')
  expect(await theirs.privateNotes(clientId)).toEqual([])
  expect(
    codeOf(await theirs.keepPrivateNote({ id: own?.id ?? '', revision: 2, clientId, text: '别人写的' })),
  ).toBe('NOTE_OF_ANOTHER')
  await close()

  window = openWindowHere()
  room = window.room
  await unlock(room, note.value.writtenBy)
  expect((await room.privateNotes(clientId)).map(({ text }) => text)).toEqual(['示例：改过'])
})
