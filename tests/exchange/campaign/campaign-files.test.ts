import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { campaignTotals } from '../../../src/county/campaigns/campaign-totals.ts'
import {
  type CountyCampaign,
  campaignId,
  readCampaignFile,
  writeCampaignFile,
} from '../../../src/exchange/campaign/campaign-file.ts'
import { campaignView } from '../../../src/exchange/campaign/campaign-view.ts'
import { countedQuestions } from '../../../src/exchange/campaign/counted-questions.ts'
import {
  type CampaignCounts,
  type CountsDesk,
  readCountsFile,
  writeCountsFile,
} from '../../../src/exchange/campaign/counts-file.ts'
import { questionsOf } from '../../../src/instruments/plain-survey/plain-survey.ts'
import { readPlainSurvey } from '../../../src/instruments/plain-survey/read-plain-survey.ts'
import { codeOf, given, makeUnit, type TestUnit } from '../../support/exchange.ts'

const villageMood = new URL('../../../resources/surveys/village-mood.json', import.meta.url)
const read = readPlainSurvey('village-mood.json', readFileSync(villageMood, 'utf8'))
if (!read.ok) throw new Error('no survey')
const { survey } = read.value
const title = '示例村居心情'
const today = '2026-11-30'

let county: TestUnit
let neighbour: TestUnit
let room: TestUnit
let campaign: CountyCampaign
beforeAll(async () => {
  ;[county, neighbour, room] = (await Promise.all(['330102', '330103', '330102001'].map(makeUnit))) as [
    TestUnit,
    TestUnit,
    TestUnit,
  ]
  const about = { county: '330102', title, survey, issued: today }
  campaign = { ...about, id: await campaignId(about) }
})

const keysOf = (...units: TestUnit[]) => new Map(units.map(({ kid, card }) => [kid, card]))

describe('a county’s survey', () => {
  const written = async () => (await writeCampaignFile(campaign, county.keys)).bytes
  const read = (bytes: Uint8Array, more: object = {}) =>
    readCampaignFile(bytes, { counties: keysOf(county), today, demo: false, ...more })

  it('comes to its rooms as it was signed, named by its content', async () => {
    expect(given(await read(await written()))).toEqual(campaign)
    expect(campaign.id).toMatch(/^[0-9a-f]{64}$/)
    const { id: _, ...about } = campaign
    expect(await campaignId({ ...about, title: `${title}。` })).not.toBe(campaign.id)
  })

  it('is refused from anybody else, or under a key that is no more', async () => {
    const bytes = await written()
    expect(codeOf(await read(bytes, { counties: keysOf(neighbour) }))).toBe('UNKNOWN_SENDER')
    expect(codeOf(await read(bytes, { demo: true }))).toBe('DEMO_REFUSED')
    const other = bytes.at(-20) === 65 ? 66 : 65
    expect(codeOf(await read(bytes.with(bytes.length - 20, other)))).toBe('SIGNATURE_INVALID')
    expect(codeOf(await read(new TextEncoder().encode('{}')))).toBe('NOT_A_STATEMENT')
    const foreign = await writeCampaignFile(campaign, neighbour.keys)
    expect(codeOf(await read(foreign.bytes, { counties: keysOf(neighbour) }))).toBe('WRONG_UNIT')
    const standing = (more: object) => ({ counties: new Map([[county.kid, { ...county.card, ...more }]]) })
    expect(codeOf(await read(bytes, standing({ revoked: today })))).toBe('KEY_REVOKED')
    expect(codeOf(await read(bytes, standing({ lastDay: '2026-11-29' })))).toBe('KEY_EXPIRED')
  })
})

const countsOf = (
  unit: string,
  count: (question: number, choice: number) => number | null,
): CampaignCounts => ({
  format: 'anxin-campaign-counts/1',
  demo: false,
  campaign: campaign.id,
  from: { unit },
  to: { unit: '330102', key: county.kid },
  created: today,
  people: 200,
  questions: countedQuestions(survey).map(({ name, choices }, question) => ({
    question: name,
    answered: null,
    counts: choices.map((_, choice) => count(question, choice)),
  })),
})

describe('a room’s counts', () => {
  const desk = (more: Partial<CountsDesk> = {}): CountsDesk => ({
    identity: county.keys.identity,
    senders: keysOf(room),
    addressee: { unit: '330102', key: county.kid },
    campaigns: new Map([[campaign.id, campaign]]),
    today,
    ...more,
  })
  const said = (more: Partial<CampaignCounts> = {}): CampaignCounts => ({
    ...countsOf('330102001', (question, choice) => 5 + ((question + choice) % 9)),
    ...more,
  })
  const taken = async (counts: CampaignCounts, more: Partial<CountsDesk> = {}) =>
    readCountsFile((await writeCountsFile(counts, room.keys, county.card)).bytes, desk(more))

  it('come to the county as they were signed, and open at the room as well', async () => {
    expect(given(await taken(said())).said).toEqual(said())
    expect((await taken(said(), { identity: room.keys.identity })).ok).toBe(true)
    expect(codeOf(await taken(said(), { identity: neighbour.keys.identity }))).toBe('NOT_FOR_THIS_DESK')
  })

  it('are refused for their sender, their address, and for a survey nobody here wrote', async () => {
    expect(codeOf(await taken(said(), { senders: keysOf(neighbour) }))).toBe('UNKNOWN_SENDER')
    expect(codeOf(await taken(said({ from: { unit: '330102002' } })))).toBe('WRONG_UNIT')
    expect(codeOf(await taken(said({ to: { unit: '330103', key: county.kid } })))).toBe('NOT_FOR_THIS_DESK')
    expect(codeOf(await taken(said({ to: { unit: '330102', key: neighbour.kid } })))).toBe(
      'NOT_FOR_THIS_DESK',
    )
    expect(codeOf(await taken(said({ demo: true })))).toBe('DEMO_REFUSED')
    expect(codeOf(await taken(said(), { campaigns: new Map() }))).toBe('CAMPAIGN_UNKNOWN')
    const revoked = new Map([[room.kid, { ...room.card, revoked: today }]])
    expect(codeOf(await taken(said(), { senders: revoked }))).toBe('KEY_REVOKED')
  })

  it('are refused with other questions than were asked, and with numbers that cannot be', async () => {
    const { questions } = said()
    expect(codeOf(await taken(said({ questions: questions.slice(1) })))).toBe('STATEMENT_INVALID')
    expect(codeOf(await taken(said({ questions: questions.toReversed() })))).toBe('STATEMENT_INVALID')
    const first = (change: (counts: (number | null)[]) => (number | null)[]) =>
      said({
        questions: questions.map((one, at) => (at === 0 ? { ...one, counts: change(one.counts) } : one)),
      })
    expect(codeOf(await taken(first((counts) => counts.slice(1))))).toBe('STATEMENT_INVALID')
    expect(codeOf(await taken(first(([, ...rest]) => [201, ...rest])))).toBe('STATEMENT_INVALID')
    expect(codeOf(await taken(first(([, ...rest]) => [199, ...rest])))).toBe('STATEMENT_INVALID')
    expect((await taken(first(([, ...rest]) => [null, ...rest]))).ok).toBe(true)
    await expect(writeCountsFile(said({ people: 9 }), room.keys, county.card)).rejects.toThrow()
    await expect(
      writeCountsFile(
        first(([, ...rest]) => [4, ...rest]),
        room.keys,
        county.card,
      ),
    ).rejects.toThrow()
  })

  it('are of questions with answers to choose that everybody is asked', () => {
    const counted = countedQuestions(survey)
    expect(counted.length).toBeGreaterThan(3)
    const others = questionsOf(survey).filter(({ name }) => !counted.some((one) => one.name === name))
    expect(others.length).toBeGreaterThan(0)
    for (const question of others)
      expect(question.type === 'comment' || question.visibleIf !== undefined).toBe(true)
  })
})

describe('a survey over rooms', () => {
  it('adds up what is told, and counts the rooms that withhold', async () => {
    const rooms = [
      countsOf('330102001', () => 10),
      countsOf('330102002', (_, choice) => (choice === 0 ? null : 7)),
      countsOf('330102003', (_, choice) => (choice < 2 ? null : 6)),
    ]
    const totals = campaignTotals(survey, [...rooms, ...rooms.slice(0, 1)])
    expect(totals).toMatchObject({ rooms: 3, people: 600 })
    for (const { answered, counts } of totals.questions) {
      expect(answered).toEqual({ known: 0, withheld: 3 })
      expect(counts[0]).toEqual({ known: 10, withheld: 2 })
      expect(counts[1]).toEqual({ known: 17, withheld: 1 })
      for (const count of counts.slice(2)) expect(count).toEqual({ known: 23, withheld: 0 })
    }
    const csv = new TextDecoder().decode(await campaignView({ title, survey, ...totals }, 'csv', 'zh-CN'))
    expect(csv.split('\r\n')[1]).toMatch(/^q1,.*,10,2$/)
    const xlsx = await campaignView({ title, survey, ...totals }, 'xlsx', 'en')
    expect(new TextDecoder('latin1').decode(xlsx.slice(0, 2))).toBe('PK')
  })

  it('of no room is nothing', () => {
    expect(campaignTotals(survey, [])).toMatchObject({ rooms: 0, people: 0 })
  })
})
