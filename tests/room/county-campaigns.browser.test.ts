import { beforeEach, expect, test } from 'vitest'
import { writeCampaignFile } from '../../src/exchange/campaign/campaign-file.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given, makeUnit } from '../support/exchange.ts'
import { carryAway } from './disk.ts'
import { setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow } from './windows.ts'

beforeEach(emptyStorage)

const survey = {
  title: '示例调查',
  pages: [
    {
      elements: [
        { type: 'radiogroup', name: 'age', title: '年龄段', isRequired: true, choices: ['甲', '乙', '丙'] },
        { type: 'checkbox', name: 'wish', title: '希望', choices: ['讲座', '活动', '棋'] },
        {
          type: 'radiogroup',
          name: 'more',
          title: '哪种',
          visibleIf: "{wish} contains '活动'",
          choices: ['舞', '歌'],
        },
        { type: 'comment', name: 'words', title: '还想说的' },
      ],
    },
  ],
}
const source = { name: 'survey.json', bytes: new TextEncoder().encode(JSON.stringify(survey)) }
const title = '示例县秋季调查'
const modes: ('kiosk' | 'interview')[] = ['interview']

const closed = async (room: RoomApi, id: string) => {
  const { revision = 0 } = (await room.campaigns()).campaigns.find((one) => one.id === id) ?? {}
  given(await room.closeCampaign({ id, revision }))
}

test('a county’s survey is asked by a room, handed in once, and added up', { timeout: 120_000 }, async () => {
  const countyWindow = openWindow()
  await setUp(countyWindow.room, 'county')
  const countyCard = given(await countyWindow.room.myCard())
  expect(codeOf(await countyWindow.room.writeCountyCampaign({ source, title: ' ' }))).toBe('TITLE_NEEDED')
  const { id } = given(await countyWindow.room.writeCountyCampaign({ source, title }))
  expect(codeOf(await countyWindow.room.writeCountyCampaign({ source, title }))).toBe('CAMPAIGN_KNOWN')
  const { file: offered } = given(await countyWindow.room.countyCampaignFile(id))
  expect(await countyWindow.room.countyCampaigns()).toMatchObject([{ id, title, rooms: 0 }])
  await countyWindow.close()
  const bringCountyBack = await carryAway('anxin')

  const roomWindow = openWindow()
  const { room } = roomWindow
  await setUp(room)
  const roomCard = given(await room.myCard())
  expect(codeOf(await room.readCountyCampaign(offered.bytes))).toBe('UNKNOWN_SENDER')
  given(await room.enrolCard(countyCard.file.bytes))
  expect(given(await room.readCountyCampaign(offered.bytes))).toMatchObject({ title, known: false })
  const stranger = await makeUnit('990102')
  const about = {
    county: '990102',
    title,
    survey: given(await room.readCountyCampaign(offered.bytes)).survey,
    issued: '2026-11-01',
  }
  const foreign = await writeCampaignFile(about, stranger.keys)
  expect(codeOf(await room.readCountyCampaign(foreign.bytes))).toBe('UNKNOWN_SENDER')

  const own = given(await room.openCampaign({ source, title, modes })).id
  const begun = given(await room.openCountyCampaign({ bytes: offered.bytes, modes })).id
  expect(given(await room.readCountyCampaign(offered.bytes)).known).toBe(true)
  expect(codeOf(await room.openCountyCampaign({ bytes: offered.bytes, modes }))).toBe('CAMPAIGN_KNOWN')
  expect(codeOf(await room.previewHandIn(own))).toBe('NOT_OF_THE_COUNTY')
  expect(codeOf(await room.previewHandIn(begun))).toBe('CAMPAIGN_RUNNING')
  for (let person = 0; person < 20; person++)
    given(
      await room.submitResponse({
        id: begun,
        answers: {
          q1: person < 12 ? 1 : person < 18 ? 2 : 3,
          q2: person < 9 ? [1] : [1, 2],
          ...(person < 9 ? {} : { q3: 1 }),
        },
      }),
    )
  await closed(room, begun)
  const leaving = given(await room.previewHandIn(begun))
  expect(leaving).toMatchObject({ people: 20, handedIn: null })
  // Of two in the third answer the second would tell; everybody wished for a lecture, so nobody did not.
  expect(leaving.questions).toEqual([
    { question: 'q1', answered: 20, counts: [12, null, null] },
    { question: 'q2', answered: null, counts: [null, 11, null] },
  ])
  const handedIn = given(await room.handInCounts(begun))
  expect(given(await room.handInCounts(begun))).toEqual(handedIn)
  expect(given(await room.previewHandIn(begun))).toMatchObject({
    questions: leaving.questions,
    handedIn: { sha256: handedIn.sha256 },
  })
  await roomWindow.close()
  await bringCountyBack()

  const again = openWindow()
  await unlock(again.room)
  const county = again.room
  expect(codeOf(await county.takeCampaignCounts(handedIn.file.bytes))).toBe('UNKNOWN_SENDER')
  given(await county.enrolCard(roomCard.file.bytes))
  expect(given(await county.countyCampaignSums(id))).toMatchObject({ rooms: [], totals: { rooms: 0 } })
  const checked = given(await county.checkCampaignCounts(handedIn.file.bytes))
  expect(checked).toMatchObject({ id, people: 20, questions: leaving.questions, known: false })
  expect(await county.countyCampaigns()).toMatchObject([{ rooms: 0 }])
  expect(given(await county.takeCampaignCounts(handedIn.file.bytes))).toEqual(checked)
  expect(given(await county.takeCampaignCounts(handedIn.file.bytes)).known).toBe(true)
  const sums = given(await county.countyCampaignSums(id))
  expect(sums).toMatchObject({ missing: [], rooms: [{ code: roomCard.card.unit }] })
  expect(sums.totals.questions[0]?.counts).toEqual([
    { known: 12, withheld: 0 },
    { known: 0, withheld: 1 },
    { known: 0, withheld: 1 },
  ])
  const { file } = given(await county.countyCampaignView({ id, format: 'csv', language: 'zh-CN' }))
  expect(new TextDecoder().decode(file.bytes)).toContain('12,0')
  expect(codeOf(await county.countyCampaignSums('0'.repeat(64)))).toBe('NOT_FOUND')
})

test('nine people are too few to hand in', async () => {
  const countyWindow = openWindow()
  await setUp(countyWindow.room, 'county')
  const countyCard = given(await countyWindow.room.myCard())
  const { id } = given(await countyWindow.room.writeCountyCampaign({ source, title }))
  const { file } = given(await countyWindow.room.countyCampaignFile(id))
  await countyWindow.close()
  await emptyStorage()
  const { room } = openWindow()
  await setUp(room)
  given(await room.enrolCard(countyCard.file.bytes))
  const begun = given(await room.openCountyCampaign({ bytes: file.bytes, modes })).id
  for (let person = 0; person < 9; person++)
    given(await room.submitResponse({ id: begun, answers: { q1: 1 } }))
  await closed(room, begun)
  expect(codeOf(await room.previewHandIn(begun))).toBe('TOO_FEW_RESPONSES')
  expect(codeOf(await room.handInCounts(begun))).toBe('TOO_FEW_RESPONSES')
})
