import { formState, scanBytes, scanFolder, tracesOf } from './profile-scan.ts'
import {
  acceptCard,
  addColleague,
  exampleRoom,
  goTo,
  lock,
  ownDigits,
  setUp,
  unlock,
} from './steps/administrator.ts'
import { confirmNonCommercial } from './steps/catalogue.ts'
import { answer } from './steps/client.ts'
import {
  type Counts,
  goToPlace,
  importFile,
  importKnown,
  importRefused,
  isTold,
  plus,
  readTotals,
} from './steps/coordinator.ts'
import {
  beginEntering,
  decideTier,
  finishEntering,
  handleAlert,
  handScreenOver,
  openFile,
  openTab,
  recordConsent,
  registerClient,
  tierCard,
  typeCodes,
} from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { brokenOffCopy, damagedCopy, saveTo } from './steps/files.ts'
import { noteCaller, seeItThrough, takeCall, tryToEnd } from './steps/hotline-worker.ts'
import { otherCounty, otherRoom } from './steps/other-room.ts'
import { periodsToReport, type Reported, report } from './steps/reporter.ts'
import { storedRows } from './stored-rows.ts'

const coordinator = { name: '示例统计员', passphrase: 'lantern orchard seven bridges' }
const counsellor = { name: '示例咨询师', passphrase: 'copper kettle whistling north' }
const hotlineWorker = { name: '示例热线员', passphrase: 'paper umbrella evening harbour' }
const county = {
  kind: 'county',
  name: '示例县社会心理服务工作站',
  code: '990101',
  first: coordinator,
} as const
const room = { ...exampleRoom, clientsLastYear: 4000, first: counsellor }
const elsewhere = { name: '示例乡心理咨询室', code: '990101202' }

const lan = { name: '示例陈晓岚', birthDate: '1996-03-05', sex: '女', phone: '13900001234' } as const
const alike = { name: '示例陈小兰', birthDate: '1996-03-05', sex: '女', phone: '13900005678' } as const
const shan = { name: '示例周大山', birthDate: '1952-11-20', sex: '男', phone: '13900009012' } as const
const phq9 = { q1: 2, q2: 2, q3: 1, q4: 1, q5: 1, q6: 1, q7: 1, q8: 0, q9: 1, q10: 1 }
const gad7 = { q1: 1, q2: 1, q3: 1, q4: 2, q5: 0, q6: 1, q7: 1 }
const who5 = { q1: 2, q2: 2, q3: 1, q4: 2, q5: 3 }
const alertEntry = '她说夜里有时不想醒来，没有打算；今晚姐姐陪着，明早再见'
const confirmReason = '本人确认有过这样的念头，一周内每天联系'
const overrideReason = '邻居反映的情况多，独居，先按重点对待，三天内上门'
const call = {
  alias: '示例小雨',
  concern: '和家人争吵后打来，说手边放着一瓶药，不想再拖累别人',
  ideation: 70,
  hopelessness: 85,
  actionNote: '姐姐十分钟内到家，药已拿走',
}

const secrets = [
  ...[lan, alike, shan].flatMap(({ name, phone }) => [name, phone]),
  ...[coordinator, counsellor, hotlineWorker].map(({ passphrase }) => passphrase),
  ...[alertEntry, confirmReason, overrideReason, call.alias, call.concern, call.actionNote],
  '示例邻居',
  // Answers as the program writes them.
  ...[phq9, gad7, who5].map((answers) => JSON.stringify(answers).slice(1, -1)),
  '"q9":1',
  '"ideation":70',
  '{"value":1,"at":',
  formState,
]

test('a room and its county, from setting up to the sum over rooms', async ({ openDesk, stick }) => {
  const countyDesk = await openDesk('county')
  let roomDesk = await openDesk('room')
  const complaints: string[] = []
  let countyCard = ''

  await test.step('the county desk and the room are set up and exchange cards', async () => {
    const desk = countyDesk.page
    await setUp(desk, county)
    await goToPlace(desk, '单位')
    countyCard = await saveTo(stick, desk, '存为文件')
    const countyDigits = await ownDigits(desk)

    const page = roomDesk.page
    await setUp(page, room)
    await addColleague(page, '热线接线员', hotlineWorker)
    await confirmNonCommercial(page)
    await goTo(page, '统计上报')
    await acceptCard(page, '县级', { path: countyCard, digits: countyDigits })
    const path = await saveTo(stick, page, '存为文件')
    await acceptCard(desk, '咨询室', { path, digits: await ownDigits(page) })
  })

  await test.step('three clients are registered; one could be mistaken for another', async () => {
    await registerClient(roomDesk.page, shan)
    await registerClient(roomDesk.page, lan)
    await recordConsent(roomDesk.page, '心理测评')
    await registerClient(roomDesk.page, alike, /\d{4}-0002/)
  })

  await test.step('a client answers three questionnaires while the files are locked', async () => {
    const page = roomDesk.page
    await openFile(page, lan.name)
    const file = page.url()
    await handScreenOver(page, [/GAD-7/, /PHQ-9/, /五项身心健康/])
    await expect(page.getByText(lan.name)).toBeHidden()
    await page.getByRole('button', { name: '开始' }).click()
    await answer(page, 'gad-7', gad7, 'clicks')

    const elsewhereInTheProgram = await page.context().newPage()
    await elsewhereInTheProgram.goto(file)
    await expect(elsewhereInTheProgram.getByLabel('口令', { exact: true })).toBeVisible()
    await expect(elsewhereInTheProgram.getByText(lan.name)).toBeHidden()
    await expect(elsewhereInTheProgram.getByText(lan.phone)).toBeHidden()
    await elsewhereInTheProgram.close()

    await answer(page, 'phq-9', phq9, 'keys')
    await answer(page, 'who-5', who5, 'keys')
    await expect(page.getByRole('heading', { name: '谢谢您' })).toBeVisible()
    await expect(page.getByText(/分|危急|中度/)).toBeHidden()
    await page.getByRole('button', { name: '工作人员' }).click()
    await expect(page.getByText('条密封的回答在等工作人员查看')).toBeVisible()
    await expect(page.getByText(lan.name)).toBeHidden()
    await unlock(page, counsellor)
  })

  await test.step('the alert is there and stays until somebody has written what was done', async () => {
    const page = roomDesk.page
    await page.getByRole('link', { name: '去处理' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^\d{4}-0002$/ })).toBeVisible()
    await expect(tierCard(page).getByText('还没有人当面询问')).toBeVisible()
    await handleAlert(page, { finding: /本人确认有/, level: /^当日/, entry: alertEntry })
  })

  await test.step('score, band and chart; the suggestion with its reasons is confirmed', async () => {
    const page = roomDesk.page
    await openTab(page, '测评')
    await page.getByRole('link', { name: /PHQ-9/ }).click()
    const result = page.getByRole('region', { name: /PHQ-9/ })
    await expect(result.getByText('10', { exact: true }).first()).toBeVisible()
    await expect(result.getByText('中度', { exact: true }).first()).toBeVisible()
    await expect(result.getByRole('img', { name: /PHQ-9.*共 1 次/ })).toBeVisible()
    await expect(page.getByText(alertEntry)).toBeVisible()
    await page.getByRole('link', { name: '全部测评' }).click()
    await expect(page.getByRole('row', { name: /GAD-7.*7.*轻度/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /五项身心健康.*40.*幸福感偏低/ })).toBeVisible()
    for (const reason of ['本人确认了 PHQ-9 第 9 题', 'PHQ-9 总分 10 分', 'WHO-5 得分 40 分'])
      await expect(tierCard(page).getByText(reason)).toBeVisible()
    await decideTier(page, { tier: 'suggested', reason: confirmReason })
    await expect(tierCard(page).getByText('重点').first()).toBeVisible()
  })

  await test.step('what others say is entered; the suggestion is overridden with a reason', async () => {
    const page = roomDesk.page
    await openFile(page, shan.name)
    await recordConsent(page, '心理测评')
    await beginEntering(page, /社会功能/, { relation: '示例邻居' })
    await typeCodes(page, [2, 2, 9, 2, 3], '5 / 5')
    await finishEntering(page)
    await page.getByRole('link', { name: '全部测评' }).click()
    await beginEntering(page, /行为异常/, 'staff')
    await typeCodes(page, [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1], '11 / 11')
    await finishEntering(page)
    await page.getByRole('link', { name: '全部测评' }).click()
    // What somebody noticed says nothing of anybody until it was verified.
    await expect(tierCard(page).getByText('线索清单')).toHaveCount(0)
    await decideTier(page, { tier: /重点/, reason: overrideReason })
  })

  await test.step('the whole browser is closed; everything is still there afterwards', async () => {
    complaints.push(...roomDesk.complaints)
    await roomDesk.close()
    roomDesk = await openDesk('room')
    const page = roomDesk.page
    await page.goto('/')
    await unlock(page, counsellor)
    await openFile(page, lan.name)
    await expect(tierCard(page).getByText(confirmReason)).toBeVisible()
    await expect(page.getByText(alertEntry)).toBeVisible()
    await openFile(page, shan.name)
    await expect(tierCard(page).getByText(overrideReason)).toBeVisible()
    await goTo(page, '服务对象')
    await expect(page.getByRole('row', { name: /^\d{4}-\d{4}/ })).toHaveCount(3)
  })

  await test.step('a hotline worker sees no clients, and cannot end a call half recorded', async () => {
    const page = roomDesk.page
    await lock(page)
    await unlock(page, hotlineWorker)
    await expect(
      page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '服务对象' }),
    ).toBeHidden()
    await page.getByLabel('查找').fill(lan.name)
    await expect(page.getByText('没有找到')).toBeVisible()
    await page.getByLabel('查找').fill('')
    await takeCall(page)
    await noteCaller(page, call)
    await tryToEnd(page, '询问危险', '处置级别', '结束情况')
    await seeItThrough(page, call)
    await lock(page)
    await unlock(page, counsellor)
  })

  const reported: Reported[] = []
  await test.step('the room looks at what leaves, and writes it', async () => {
    for (const period of await periodsToReport(roomDesk.page))
      reported.push(await report(roomDesk.page, period, stick))
    const trueCount = (table: string, row: string) =>
      reported.reduce((sum, { counted }) => sum + (counted[table]?.[row]?.at(-2) ?? 0), 0)
    expect(trueCount('测评人次（量表、程度分级）', 'PHQ-9 中度')).toBe(1)
    // That somebody was asked after risk is not named in counts of a small place.
    expect(trueCount('测评人次（量表、程度分级）', '其他量表')).toBe(1)
    expect(trueCount('测评人次（量表、程度分级）', '合计')).toBe(5)
    expect(trueCount('热线来电量（类型）', '有自杀风险')).toBe(1)
    const [quarter] = reported.filter(({ period }) => period.includes('季度'))
    expect(quarter?.counted['期末在册人数（分级）']?.重点?.at(-2)).toBe(2)
  })

  await test.step('the county takes the files in and has the same numbers', async () => {
    for (const { path, period } of reported)
      await importFile(countyDesk.page, path, { name: room.name, period })
    for (const { period, leaving } of reported)
      for (const [table, counts] of Object.entries(leaving).filter(([, told]) => isTold(told)))
        expect(await readTotals(countyDesk.page, table, period)).toEqual(counts)
  })

  const sums: { table: string; period: string; counts: Counts }[] = []
  const sumsStand = async () => {
    for (const { table, period, counts } of sums)
      expect(await readTotals(countyDesk.page, table, period)).toEqual(counts)
  }
  await test.step('another room reports; the county adds the two up', async () => {
    const page = countyDesk.page
    const other = await otherRoom(stick, elsewhere)
    await goToPlace(page, '单位')
    await acceptCard(page, '咨询室', other.card)
    for (const { period, leaving } of reported) {
      const path = await other.report(period, countyCard)
      const said = await importFile(page, path, { name: other.name, period })
      for (const [table, counts] of Object.entries(leaving).filter(([, told]) => isTold(told)))
        sums.push({ table, period, counts: plus(counts, said[table]) })
    }
    await sumsStand()
  })

  await test.step('a damaged, a foreign and a repeated file change nothing, each with its reason', async () => {
    const page = countyDesk.page
    const [newest] = reported
    if (newest === undefined) throw new Error('nothing was reported')
    await importRefused(page, await damagedCopy(newest.path), /文件不完整，或在路上被改动过/)
    await importRefused(page, await brokenOffCopy(newest.path), /文件不完整，或在路上被改动过/)
    const stranger = await otherRoom(stick, { name: '示例街道心理咨询室', code: '990202101' })
    const foreign = await stranger.report(newest.period, await otherCounty(stick, '990202'))
    await importRefused(page, foreign, /不是写给本县的/)
    await importKnown(page, newest.path)
    const refused = page.getByRole('region', { name: '没有收下的文件' })
    await expect(refused.getByRole('row', { name: /damaged\.anxin.*被改动过/ })).toBeVisible()
    await expect(refused.getByRole('row', { name: /990202101.*不是写给本县的/ })).toBeVisible()
    await sumsStand()
  })

  await test.step('neither browser has kept anything of what was said', async () => {
    const rows = Buffer.concat([await storedRows(roomDesk.page), await storedRows(countyDesk.page)])
    complaints.push(...roomDesk.complaints, ...countyDesk.complaints)
    await roomDesk.close()
    await countyDesk.close()
    const traces = secrets.flatMap(tracesOf)
    expect(scanBytes('IndexedDB', rows, traces)).toEqual([])
    for (const { folder, data } of [roomDesk, countyDesk])
      expect([folder, data].flatMap((place) => scanFolder(place, traces))).toEqual([])
  })
  expect(complaints).toEqual([])
})
