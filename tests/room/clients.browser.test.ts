import { beforeAll, describe, expect, test } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import type { ClientDraft } from '../../src/room/contract/clients.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, assessed, consentOf, draft, fileOf, phq9, register, takesBack } from './casework.ts'
import { damageRow } from './disk.ts'
import { failAtCall } from './failing-storage.ts'
import { namesFound } from './names.ts'
import { setUp, unlock } from './set-up.ts'
import { factsIn, valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
})

const found = (query: string) => namesFound(room, query)

describe('registering', () => {
  test('takes a name alone, and gives each client a number of their own, also two at once', async () => {
    const ids = await Promise.all([register(room, { name: ' 示例丙 ' }), register(room, { name: '示例丁' })])
    const files = await Promise.all(ids.map((id) => fileOf(room, id)))
    expect(files.map(({ client }) => client.value)).toMatchObject([
      { name: '示例丙', birthDate: null, sex: null, township: null, phone: null },
      { name: '示例丁' },
    ])
    const year = dayOf(new Date().toISOString()).slice(0, 4)
    expect(files.map(({ client }) => client.value.fileNumber)).toEqual([`${year}-0001`, `${year}-0002`])
    expect(files[0]).toMatchObject({ age: null, standing: null, suggestion: null, unreadable: 0 })
    expect(Object.values(files[0]?.staffNames ?? {})).toEqual(['示例咨询师'])
  })

  test('refuses what does not fit and says where', async () => {
    const before = await room.listClients('')
    const wrong: [string, Partial<ClientDraft>][] = [
      ['name', { name: '' }],
      ['name', { name: ' \u3000 ' }],
      ['name', { name: '长'.repeat(101) }],
      ['birthDate', { birthDate: '1980-02-30' }],
      ['township', { township: '9901' }],
      ['phone', { phone: '0'.repeat(41) }],
    ]
    for (const [at, change] of wrong)
      expect(await room.registerClient(draft(change)), at).toEqual({
        ok: false,
        refusal: { code: 'CLIENT_INVALID', at },
      })
    expect(await room.listClients('')).toEqual(before)
  })

  test('refuses a birth date that nobody has, also when details are corrected', async () => {
    const id = await register(room, { name: '示例生日' })
    const wrong = { '2999-01-01': 'BIRTH_DATE_IN_FUTURE', '0196-03-05': 'BIRTH_DATE_TOO_EARLY' }
    for (const [birthDate, code] of Object.entries(wrong)) {
      const change = draft({ name: '示例生日', birthDate })
      const refusal = { ok: false, refusal: { code, at: 'birthDate' } }
      expect(await room.registerClient(change)).toEqual(refusal)
      expect(await room.changeClient({ id, revision: 1, draft: change })).toEqual(refusal)
    }
  })

  test('tells of somebody who may be the same person, before anything is saved', async () => {
    const id = await register(room, { name: '示例李梅', birthDate: '1990-03-04', phone: '000-0000-0021' })
    const asked = async (change: Partial<ClientDraft>) =>
      (await room.findDuplicates(draft(change)))
        .filter((one) => one.id === id)
        .flatMap(({ because }) => because)
    expect(await asked({ name: '示例李梅', birthDate: '1990-03-04' })).toEqual(['name', 'birthDate'])
    expect(await asked({ name: '示例李媒' })).toContain('pinyin')
    expect(await asked({ name: '别的', phone: '00000000021' })).toEqual(['phone'])
    expect(await asked({ name: '别的', birthDate: '1991-03-04' })).toEqual([])
  })
})

test('the list is the newest first, and found by name, pinyin, initials, number or phone', async () => {
  await register(room, { name: '示例单晨', phone: '000-0000-7788' })
  await register(room, { name: '示例王芳' })
  expect((await found('')).slice(0, 2)).toEqual(['示例王芳', '示例单晨'])
  expect(await found('  ')).toEqual(await found(''))
  for (const query of ['单晨', 'chen', 'sldc', '7788'])
    expect(await found(query), query).toContain('示例单晨')
  expect(await found('wangfang')).toEqual(['示例王芳'])
  const [{ fileNumber = '' } = {}] = (await room.listClients('wangfang')).clients
  expect(await found(fileNumber)).toEqual(['示例王芳'])
  expect(await found('nobody')).toEqual([])
})

test('consent is for somebody who is there, is withdrawn once, and by who saw it last', async () => {
  expect(codeOf(await room.recordConsent(consentOf('0'.repeat(32))))).toBe('NOT_FOUND')
  const clientId = await register(room, { name: '示例戊' })
  expect(codeOf(await room.recordConsent(consentOf(clientId, { textVersion: '2026-1' })))).toBe(
    'CONSENT_TEXT_OUTDATED',
  )
  await agree(room, clientId)
  const [recorded] = (await fileOf(room, clientId)).consents
  const { id = '', revision = 0 } = recorded ?? {}
  expect(codeOf(await room.withdrawConsent(takesBack({ id, revision: revision + 1 })))).toBe('CONFLICT')
  given(await room.withdrawConsent(takesBack({ id, revision })))
  expect(codeOf(await room.withdrawConsent(takesBack({ id, revision: revision + 1 })))).toBe(
    'ALREADY_WITHDRAWN',
  )
  expect((await fileOf(room, clientId)).consents[0]?.value.withdrawnAt).not.toBeNull()
})

test('what cannot be read any more is counted, never left out in silence', async () => {
  const lost = await register(room, { name: '示例损坏' })
  const kept = await register(room, { name: '示例完好' })
  await agree(room, kept)
  await assessed(room, kept, phq9(3, 2))
  const [alert] = (await fileOf(room, kept)).alerts
  const before = (await room.listClients('')).clients.length
  expect((await room.today()).unreadable).toBe(0)
  await window.close()
  await damageRow('anxin', 'clients', lost)
  await damageRow('anxin', 'criticalAlerts', alert?.id ?? '')

  const later = openWindowHere()
  await unlock(later.room)
  const { clients, unreadable } = await later.room.listClients('')
  expect({ clients: clients.length, unreadable }).toEqual({ clients: before - 1, unreadable: 2 })
  expect((await later.room.today()).unreadable).toBe(2)
  expect(await fileOf(later.room, kept)).toMatchObject({ alerts: [], unreadable: 1 })
  expect(codeOf(await later.room.openClient(lost))).toBe('DAMAGED_RECORD')
  expect(codeOf(await later.room.openClient('0'.repeat(32)))).toBe('NOT_FOUND')
})

test('storage that fails while somebody is registered leaves the list as the vault has it', async () => {
  await emptyStorage()
  const { room: other } = openWindowHere()
  await setUp(other)
  const vault = await vaultHere()
  let broken = true
  let accepted = 0
  for (let nth = 1; broken; nth++) {
    const storage = failAtCall(nth, 'once')
    const code = await other.registerClient(draft({ name: `示例${nth}` })).then(codeOf, () => 'BROKEN')
    broken = storage.reached()
    storage.mend()
    const stored = (await valuesOf(vault, clientKind)).map(({ fileNumber }) => fileNumber).sort()
    // A passing trouble may be got over.
    if (code === 'ACCEPTED') accepted += 1
    expect(stored.length, `call ${nth}: ${code}`).toBe(accepted)
    const { clients, unreadable } = await other.listClients('')
    expect({ numbers: clients.map(({ fileNumber }) => fileNumber).sort(), unreadable }).toEqual({
      numbers: stored,
      unreadable: 0,
    })
    expect(await factsIn(vault)).toHaveLength(stored.length)
  }
})
