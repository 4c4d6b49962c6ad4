import { beforeAll, expect, test } from 'vitest'
import type { MandatoryReportsApi, ReportStepDraft } from '../../src/room/contract/mandatory-reports.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { register } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi

/** From now on this person sits at the room's window. */
const sits = async (who: string): Promise<void> => {
  await room.signOut('locked')
  await window.close()
  window = openWindowHere()
  room = window.room
  await unlock(room, who)
}

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
})

type Opening = Parameters<MandatoryReportsApi['openMandatoryReports']>[0]

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const opened = async (more: Partial<Opening> = {}): Promise<string> => {
  const opening = {
    duties: ['minorHarm'],
    clientId: null,
    about: '示例：邻居家的孩子',
    learnedAt: ago(10),
  } satisfies Opening
  return given(await room.openMandatoryReports({ ...opening, ...more })).ids[0] ?? ''
}
const shown = async (id: string) => {
  const one = (await room.mandatoryReports()).reports.find(({ report }) => report.id === id)
  if (one === undefined) throw new Error('no such report')
  return one
}
const take = async (id: string, step: ReportStepDraft) => codeOf(await room.takeReportStep({ id, step }))
const made = (more: Partial<Extract<ReportStepDraft, { kind: 'reported' }>> = {}): ReportStepDraft => ({
  kind: 'reported',
  when: ago(1),
  office: 'police',
  person: '示例警官',
  way: 'phone',
  receipt: '',
  told: { office: '公安', purpose: '示例：依法报告', fields: ['name', 'age'], telling: null },
  ...more,
})
const seen: ReportStepDraft = { kind: 'safetySeen', danger: 'notNow', done: '示例：孩子在老师那里' }
const facts: ReportStepDraft = {
  kind: 'described',
  signs: ['injury'],
  source: 'theirOwnWords',
  facts: '示例：手臂上有几处青紫，孩子说是被打的',
  inference: '',
  suspected: 'family',
}

test('the clock runs from when it was learned and stands on the board until the report is made', async () => {
  const clientId = await register(room, { name: '示例孩子', birthDate: '2016-01-01' })
  const id = await opened({ clientId, about: '', learnedAt: ago(90) })
  expect(await shown(id)).toMatchObject({ state: 'noticed', next: 'safetySeen', clock: { state: 'soon' } })
  expect((await room.today()).items).toContainEqual(
    expect.objectContaining({ kind: 'mandatoryReport', urgency: 'now', id }),
  )
  expect(await take(id, made())).toBe('ACCEPTED')
  expect(await shown(id)).toMatchObject({ state: 'reported', clock: { state: 'made' } })
  expect((await room.today()).items.filter((item) => item.id === id)).toMatchObject([
    { kind: 'mandatoryReportOpen' },
  ])
})

test('it can be made at once, before anything is written, and what was told is saved with it', async () => {
  const clientId = await register(room, { name: '示例孩子乙', birthDate: '2016-01-01' })
  const id = await opened({ clientId, about: '' })
  expect(await take(id, made())).toBe('ACCEPTED')
  const { report } = await shown(id)
  const [step] = report.value.steps
  const { disclosures } = await room.disclosures(clientId)
  expect(disclosures).toMatchObject([
    {
      id: step?.kind === 'reported' ? step.disclosure : null,
      value: {
        basis: 'minorHarm',
        what: { kind: 'report', id },
        recipient: '公安 示例警官',
        fields: ['name', 'age'],
      },
    },
  ])
})

test('nothing bars it: no account of what was told, no office in words, a restricted file', async () => {
  const clientId = await register(room, { name: '示例孩子丙' })
  const id = await opened({ clientId, about: '' })
  const bare = { office: '', purpose: '', fields: [], telling: { state: 'notYet', note: '' } } as const
  expect(await take(id, made({ person: '王', told: { ...bare, fields: [] } }))).toBe('ACCEPTED')
  expect((await room.disclosures(clientId)).disclosures).toHaveLength(1)
})

test('of somebody without a file it is made without a disclosure, and two duties are two reports', async () => {
  const { ids } = given(
    await room.openMandatoryReports({
      duties: ['minorHarm', 'domesticViolence', 'minorHarm'],
      clientId: null,
      about: '示例：来电中提到的孩子',
      learnedAt: ago(1),
    }),
  )
  expect(ids).toHaveLength(2)
  for (const id of ids) {
    expect(await take(id, made())).toBe('ACCEPTED')
    expect((await shown(id)).report.value.steps).toMatchObject([{ disclosure: null }])
  }
})

test('closing waits for what has to be written; not reporting needs a supervisor', async () => {
  const id = await opened()
  expect(await take(id, made({ when: new Date(Date.now() + 3_600_000).toISOString() }))).toBe(
    'REPORT_WHEN_AHEAD',
  )
  expect(await take(id, { kind: 'closed', because: '示例' })).toBe('STEP_NOT_OPEN')
  expect(await take(id, made())).toBe('ACCEPTED')
  const close: ReportStepDraft = { kind: 'closed', because: '示例：派出所接手' }
  expect(await take(id, close)).toBe('REPORT_SAFETY_NOT_SEEN')
  expect(await take(id, seen)).toBe('ACCEPTED')
  expect(await take(id, close)).toBe('REPORT_NOT_DESCRIBED')
  expect(await take(id, facts)).toBe('ACCEPTED')
  expect(await take(id, close)).toBe('REPORT_TELLING_NOT_SAID')
  expect(await take(id, { kind: 'familyTold', told: 'notTold', because: '示例：怕打草惊蛇' })).toBe(
    'ACCEPTED',
  )
  expect(await take(id, close)).toBe('ACCEPTED')
  expect(await shown(id)).toMatchObject({ state: 'closed', next: null })
  expect(await take(id, made())).toBe('STEP_NOT_OPEN')
  expect(await take(id, { kind: 'reopened', because: '示例：又有新情况' })).toBe('ACCEPTED')
  expect(await take(id, made())).toBe('ACCEPTED')

  const other = await opened()
  expect(await take(other, seen)).toBe('ACCEPTED')
  expect(await take(other, facts)).toBe('ACCEPTED')
  const because = '示例：核实过，是练球时摔的'
  expect(await take(other, { kind: 'noDuty', whom: { kind: 'here' }, because })).toBe('SUPERVISOR_NEEDED')
  const outside = { kind: 'outside', name: '示例督导', day: dayOf(new Date().toISOString()) } as const
  expect(await take(other, { kind: 'noDuty', whom: outside, because })).toBe('ACCEPTED')
  expect(await shown(other)).toMatchObject({ state: 'closed', clock: { state: 'notOwed' } })
})

test('what cannot be is refused, and nothing is kept', async () => {
  const before = (await room.mandatoryReports()).reports.length
  const opening = {
    duties: ['minorHarm'],
    clientId: null,
    about: '示例',
    learnedAt: ago(1),
  } satisfies Opening
  for (const [code, wrong] of [
    ['REPORT_INVALID', { duties: [] }],
    ['REPORT_INVALID', { about: ' ' }],
    ['REPORT_WHEN_AHEAD', { learnedAt: new Date(Date.now() + 3_600_000).toISOString() }],
  ] as const)
    expect(
      codeOf(
        await room.openMandatoryReports({
          ...opening,
          ...wrong,
          duties: [...('duties' in wrong ? [] : opening.duties)],
        }),
      ),
    ).toBe(code)
  expect((await room.mandatoryReports()).reports).toHaveLength(before)
  const id = await opened()
  expect(await take(id, { ...seen, done: '' })).toBe('REPORT_INVALID')
  expect((await shown(id)).report.value.steps).toEqual([])
})

test('on top of the list stands what is still to be reported, also when another was due earlier', async () => {
  const earlier = await opened({ learnedAt: ago(300) })
  const late = await opened({ learnedAt: ago(200) })
  expect(await take(earlier, made())).toBe('ACCEPTED')
  const order = (await room.mandatoryReports()).reports.map(({ report }) => report.id)
  expect(order.indexOf(late)).toBeLessThan(order.indexOf(earlier))
})

test('who has the hotline alone reports what was told there, and nothing of the files; a counsellor goes on with it', async () => {
  const counsellor = await firstStaff(room)
  const child = await register(room, { name: '示例孩子丁', birthDate: '2016-01-01' })
  const inFile = await opened({ clientId: child, about: '' })
  const ofNobody = await opened({ about: '示例：咨询中听说的孩子' })
  const worker = given(await room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase })).id
  await sits(worker)
  expect(await room.mandatoryReports()).toMatchObject({ reports: [], unreadable: 0 })
  const id = await opened({ about: '示例：来电说隔壁孩子常挨打' })
  expect(await shown(id)).toMatchObject({ state: 'noticed', fileNumber: null })
  expect((await room.today()).items).toContainEqual(
    expect.objectContaining({ kind: 'mandatoryReport', urgency: 'now', id, staffId: worker }),
  )
  expect(await take(id, seen)).toBe('ACCEPTED')
  expect(await take(id, facts)).toBe('ACCEPTED')
  expect(await take(id, made())).toBe('ACCEPTED')
  expect((await room.mandatoryReports()).reports.map(({ report }) => report.id)).toEqual([id])
  for (const other of [inFile, ofNobody]) expect(await take(other, seen)).toBe('NO_KEY')
  await expect(opened({ clientId: child, about: '' })).rejects.toThrow()

  await sits(counsellor)
  expect(await shown(id)).toMatchObject({ state: 'reported', clock: { state: 'made' } })
  expect(await take(id, { kind: 'familyTold', told: 'notTold', because: '示例：交给派出所' })).toBe(
    'ACCEPTED',
  )
  expect(await take(id, { kind: 'closed', because: '示例：派出所接手' })).toBe('ACCEPTED')
})
