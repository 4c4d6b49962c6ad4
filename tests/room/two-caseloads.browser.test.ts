import { beforeAll, expect, test } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, fileOf, register } from './casework.ts'
import { namesFound } from './names.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi
/** Two counsellors of one room, a supervisor, and somebody at the hotline. */
const people: Record<'jia' | 'yi' | 'supervisor' | 'hotline', string> = {
  jia: '',
  yi: '',
  supervisor: '',
  hotline: '',
}
const clients = { jia: '', yi: '' }
const notes = { jia: '', yi: '' }
const said = { jia: '示例：甲的笔记', yi: '示例：乙的笔记' }
const kept = { jia: '示例：甲只给自己看', yi: '示例：乙只给自己看' }

const entryOf = (data: string) => ({
  content: { form: 'DAP' as const, data, assessment: '', plan: '' },
  heldAt: new Date(Date.now() - 3_600_000).toISOString(),
  minutes: 50,
  mode: 'inRoom' as const,
})

/** From now on this person sits at the room's window. */
const sits = async (who: keyof typeof people): Promise<void> => {
  // What was read is entered before they leave.
  await room.signOut('locked')
  await window.close()
  window = openWindowHere()
  room = window.room
  await unlock(room, people[who])
}

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
  people.jia = await firstStaff(room)
  const hire = async (name: string, role: 'counsellor' | 'supervisor' | 'hotline') =>
    given(await room.addStaff({ name, roles: [role], passphrase })).id
  people.yi = await hire('示例咨询师乙', 'counsellor')
  people.supervisor = await hire('示例督导', 'supervisor')
  people.hotline = await hire('示例热线', 'hotline')
  for (const who of ['jia', 'yi'] as const) {
    await sits(who)
    const clientId = await register(room, { name: who === 'jia' ? '示例甲来访' : '示例乙来访' })
    await agree(room, clientId, 'casefile')
    clients[who] = clientId
    notes[who] = given(await room.beginNote({ clientId, appointment: null, entry: entryOf(said[who]) })).id
    given(await room.keepPrivateNote({ id: null, revision: 0, clientId, text: kept[who] }))
    given(await room.keepDraft(`newCrisis:${clientId}`, { note: kept[who] }))
  }
})

test('the caseload is the room’s: each counsellor, and a supervisor, reads both files', async () => {
  for (const who of ['jia', 'yi', 'supervisor'] as const) {
    await sits(who)
    expect((await namesFound(room)).toSorted()).toEqual(['示例乙来访', '示例甲来访'])
    for (const own of ['jia', 'yi'] as const) {
      expect((await fileOf(room, clients[own])).client.id).toBe(clients[own])
      expect((await room.notes(clients[own])).notes).toMatchObject([
        { mine: own === who, note: { value: { writtenBy: people[own] } } },
      ])
    }
  }
})

test('what somebody keeps for themselves is nobody else’s, whatever the role', async () => {
  for (const who of ['jia', 'yi', 'supervisor', 'hotline'] as const) {
    await sits(who)
    for (const own of ['jia', 'yi'] as const) {
      const expected = own === who ? [kept[own]] : []
      expect((await room.privateNotes(clients[own])).map(({ text }) => text)).toEqual(expected)
      expect((await room.draft(`newCrisis:${clients[own]}`))?.content ?? null).toEqual(
        own === who ? { note: kept[own] } : null,
      )
    }
    expect(await room.drafts()).toHaveLength(who === 'jia' || who === 'yi' ? 1 : 0)
  }
})

test('a draft is written and signed by its writer alone; to a signed note each adds under their own name', async () => {
  await sits('yi')
  const [id, entry] = [notes.jia, entryOf('示例：别人改的')]
  expect(codeOf(await room.rewriteNote({ id, revision: 1, entry }))).toBe('NOTE_OF_ANOTHER')
  expect(codeOf(await room.signNote({ id, revision: 1, entry }))).toBe('NOTE_OF_ANOTHER')
  await sits('jia')
  expect((await room.note(id)).note.value.content).toMatchObject({ data: said.jia })
  const { revision } = given(await room.signNote({ id, revision: 1, entry: entryOf(said.jia) }))
  await sits('yi')
  given(await room.addToNote({ id, revision, text: '示例：乙补记' }))
  expect((await room.note(id)).note.value).toMatchObject({
    content: { data: said.jia },
    addenda: [{ by: people.yi, text: '示例：乙补记' }],
  })
})

test('a crisis is taken on only by whoever it was handed to, and a referral rewritten only by its writer', async () => {
  await sits('jia')
  const { id } = given(
    await room.openCrisis({
      clientId: clients.jia,
      from: { kind: 'observed', note: '示例：说过不想活' },
    }),
  )
  const hand = { kind: 'handedOver', to: people.supervisor, note: '示例：请接手' } as const
  given(await room.takeCrisisStep({ id, revision: 1, step: hand }))
  const referral = {
    clientId: clients.jia,
    receiver: { kind: 'hospital' as const, name: '示例县医院', contact: '' },
    urgency: 'planned' as const,
    question: '示例：请评估',
    told: '',
  }
  const written = given(await room.saveReferral({ id: null, revision: 0, referral }))
  await sits('yi')
  expect(codeOf(await room.takeCrisisStep({ id, revision: 2, step: { kind: 'accepted' } }))).toBe(
    'NOT_HANDED_TO',
  )
  expect(codeOf(await room.saveReferral({ id: written.id, revision: 1, referral }))).toBe('NOT_THE_WRITER')
  await sits('supervisor')
  given(await room.takeCrisisStep({ id, revision: 2, step: { kind: 'accepted' } }))
})

test('at the hotline there is neither caseload, and each record is refused', async () => {
  await sits('hotline')
  expect((await room.listClients('')).clients).toEqual([])
  expect((await room.listClients('示例')).clients).toEqual([])
  for (const own of ['jia', 'yi'] as const) {
    expect(codeOf(await room.openClient(clients[own]))).toBe('NO_KEY')
    expect(codeOf(await room.showName(clients[own]))).toBe('NO_KEY')
    await expect(room.note(notes[own])).rejects.toMatchObject({ code: 'NO_KEY' })
  }
})

test('who opened whose file stands in the trail, under their own names', async () => {
  await sits('jia')
  const opened = { from: null, to: null, actor: null, action: 'read' as const, object: null }
  const { lines } = await room.listAudit(opened, 0)
  const readers = new Set(lines.flatMap(({ said: line }) => (line?.table === 'clients' ? [line.actor] : [])))
  for (const who of ['jia', 'yi', 'supervisor'] as const) expect(readers).toContain(people[who])
})
