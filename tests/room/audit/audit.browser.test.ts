import { beforeEach, expect, test } from 'vitest'
import type { AuditFilter, AuditLine } from '../../../src/room/contract/audit.ts'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import { codeOf, given } from '../../support/exchange.ts'
import { generalCall } from '../calls.ts'
import { clientWhoAgreed, register } from '../casework.ts'
import { firstStaff, passphrase, setUp, unlock } from '../set-up.ts'
import { emptyStorage, openWindowHere } from '../windows.ts'

beforeEach(emptyStorage)

const everything: AuditFilter = { from: null, to: null, actor: null, action: null, object: null }

const linesOf = async (room: RoomApi, filter: Partial<AuditFilter> = {}): Promise<AuditLine[]> => {
  const lines: AuditLine[] = []
  for (let page = 0; ; page += 1) {
    const shown = await room.listAudit({ ...everything, ...filter }, page)
    lines.push(...shown.lines)
    if (!shown.more) return lines
  }
}
const saidOf = async (room: RoomApi, filter: Partial<AuditFilter> = {}) =>
  (await linesOf(room, filter)).map(({ said }) =>
    said ? `${said.action} ${said.table ?? '-'}` : 'unreadable',
  )

const opened = async (): Promise<{ room: RoomApi }> => {
  const { room } = openWindowHere()
  await setUp(room)
  return { room }
}

test('a day of work: who came, whose file was opened, what was written, and no name of a client', async () => {
  const { room } = await opened()
  const me = await firstStaff(room)
  const id = await clientWhoAgreed(room, { name: '示例王芳' })
  given(await room.openClient(id))
  given(await room.openClient(id))
  const call = given(await room.startCall())
  given(await room.openCall(call.id))
  given(await room.endCall({ id: call.id, revision: 1, entry: generalCall }))
  await room.signOut('lockedByItself')
  expect((await room.phase()).phase).toBe('locked')
  await unlock(room)

  const lines = await linesOf(room)
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => lines.length - at))
  const said = await saidOf(room)
  expect(said.slice(0, 3)).toEqual(['read audit', 'unlocked -', 'lockedByItself -'])
  expect(said.at(-1)).toBe('unlocked -')
  for (const step of [
    'added clients',
    'added consents',
    'read clients',
    'read hotlineCalls',
    'added hotlineCalls',
  ])
    expect(said.filter((known) => known === step)).toEqual([step])
  expect(lines.every((line) => line.said?.actor === me && line.said.enteredBy === null)).toBe(true)
  expect(JSON.stringify(lines)).not.toContain('示例王芳')
  expect(JSON.stringify(lines)).not.toContain(id)
  expect(given(await room.checkAudit())).toMatchObject({
    size: lines.length,
    fault: null,
    heads: [{ size: lines.length - 2, signedBy: me, signed: true }],
  })
  expect(await room.auditChecked()).toBe(lines.length)
})

test('lines are found by person, action, day and object, fifty to a page', async () => {
  const { room } = await opened()
  const me = await firstStaff(room)
  const ids: string[] = []
  for (let at = 0; at < 55; at += 1) ids.push(await register(room, { name: `示例${at}` }))
  given(await room.openClient(ids[3] ?? ''))

  const first = await room.listAudit(everything, 0)
  expect(first.lines).toHaveLength(50)
  expect(first.more).toBe(true)
  expect(await linesOf(room, { action: 'read' })).toHaveLength(2)
  expect(await linesOf(room, { actor: 'f'.repeat(32) })).toEqual([])
  expect((await linesOf(room, { actor: me })).length).toBe((await linesOf(room)).length)

  const [read] = (await linesOf(room, { action: 'read' })).filter(({ said }) => said?.table === 'clients')
  const object = read?.said?.object ?? null
  expect(await saidOf(room, { object })).toEqual(['read clients', 'added clients'])

  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  expect((await linesOf(room, { from: day, to: day })).length).toBe((await linesOf(room)).length)
  expect(await linesOf(room, { from: '2999-01-01' })).toEqual([])
  expect(await linesOf(room, { to: '2001-01-01' })).toEqual([])
})

test('colleagues are named where somebody did something about them', async () => {
  const { room } = await opened()
  given(
    await room.addStaff({ name: '示例同事', roles: ['hotline'], passphrase: '另一句很长的示例口令在这里' }),
  )
  const { lines, objectNames } = await room.listAudit({ ...everything, action: 'staffAdded' }, 0)
  expect(lines.map(({ said }) => objectNames[said?.object ?? ''])).toEqual(['示例同事'])
})

test('only an administrator reads it', async () => {
  const { room } = await opened()
  const { id } = given(
    await room.addStaff({
      name: '示例同事',
      roles: ['counsellor'],
      passphrase: '另一句很长的示例口令在这里',
    }),
  )
  await room.signOut('locked')
  given(await room.unlock(id, '另一句很长的示例口令在这里'))
  await expect(room.listAudit(everything, 0)).rejects.toMatchObject({ code: 'NO_KEY' })
  expect(codeOf(await room.checkAudit())).toBe('NO_KEY')
})

test('the table that is saved holds what is shown, is harmless in a spreadsheet, and is entered itself', async () => {
  const { room } = await opened()
  await register(room)
  given(await room.addStaff({ name: '=cmd()', roles: ['hotline'], passphrase: '另一句很长的示例口令在这里' }))
  const headings = ['序号', '时间', '谁', '补记的人', '做了什么', '哪类记录', '对象', '份数', '备注']
  const { name, bytes } = given(
    await room.exportAudit(
      { ...everything, to: '2999-01-01' },
      { headings, words: { added: '添加', clients: '@人' } },
    ),
  )
  expect(name).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = new TextDecoder().decode(bytes).split('\r\n')
  expect(rows[0]).toBe(headings.join(','))
  expect(rows[1]).toMatch(/^1,.+,unlocked,/)
  expect(rows.some((row) => /^\d+,[^,]+,示例咨询师,,添加,'@人,[0-9a-f]{32},1,$/.test(row))).toBe(true)
  expect(rows.some((row) => row.includes("staffAdded,,'=cmd(),1,"))).toBe(true)
  expect(await saidOf(room, { action: 'exported' })).toEqual(['exported audit'])
  expect(given(await room.checkAudit()).heads).toHaveLength(1)
})

test('case 79: a wrong passphrase is entered for the person it was tried under', async () => {
  const { room } = await opened()
  expect(codeOf(await room.confirmMe('不是这一句口令', 'export'))).toBe('WRONG_PASSPHRASE')
  given(await room.confirmMe(passphrase, 'export'))
  expect(await saidOf(room, { action: 'passphraseRefused' })).toEqual(['passphraseRefused -'])
})
