import { readFile } from 'node:fs/promises'
import { addColleague, exampleRoom, goTo, lock, setUp, unlock } from './steps/administrator.ts'
import {
  chooseImport,
  confirmNonCommercial,
  faultsOf,
  openInstrument,
  rowOf,
  shelfOn,
  signIn,
} from './steps/catalogue.ts'
import { answer, callStaff } from './steps/client.ts'
import {
  beginEntering,
  finishEntering,
  handleAlert,
  handScreenOver,
  openFile,
  openTab,
  recordConsent,
  registerClient,
  startAssessment,
  typeCodes,
} from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { saveTo } from './steps/files.ts'
import { asqInChinese, exampleInstrument, exampleText, write } from './steps/instrument-files.ts'
import { ownNotes, storedRows } from './stored-rows.ts'

const administrator = { name: '示例咨询师', passphrase: 'copper kettle whistling north' }
const colleague = { name: '示例周医生', passphrase: 'paper umbrella evening harbour' }
const client = { name: '示例赵小禾', birthDate: '1999-08-15', sex: '女', phone: '13900004567' } as const

// One room's set of instruments as it grows, from one test to the next.
test.describe.configure({ mode: 'serial' })

test('an instrument is taken in from one file or from three, given to a client and scored', async ({
  openDesk,
  stick,
}) => {
  const desk = await openDesk('room')
  const { page } = desk
  await setUp(page, {
    ...exampleRoom,
    first: administrator,
  })

  await test.step('the example of the README, one file', async () => {
    const [path = ''] = await write(stick, { 'sleep-example.json': exampleText })
    const before = await storedRows(page, ownNotes)
    await chooseImport(page, path)
    await expect(page.getByText('新增量表 sleep-example，版本 1。')).toBeVisible()
    await expect(page.getByText('用它自带的 3 个算例计过分，全部对得上。')).toBeVisible()
    expect((await storedRows(page, ownNotes)).equals(before)).toBe(true)
    await signIn(page, '已签字启用 sleep-example，版本 1。')
    await expect(await rowOf(page, 'sleep-example')).toContainText(new RegExp(`由${administrator.name}导入`))
  })

  await test.step('another, three files chosen together', async () => {
    const { instrument, survey, vectors } = exampleInstrument()
    const title = { en: 'Three questions about rest (example)' }
    const paths = await write(stick, {
      'instrument.json': { ...instrument, id: 'rest-example', title },
      'survey.json': { ...survey, title },
      'vectors.json': vectors,
    })
    await chooseImport(page, ...paths)
    await signIn(page, '已签字启用 rest-example，版本 1。')
    await expect(await rowOf(page, 'rest-example')).toBeVisible()
  })

  await test.step('a client answers it; the result comes with its band', async () => {
    await registerClient(page, client)
    await recordConsent(page, '心理测评')
    await handScreenOver(page, [/Three questions about sleep/], 'en')
    await page.getByRole('button', { name: 'Begin' }).click()
    await answer(page, exampleInstrument().survey, { q1: 2, q2: 1, q3: 0 }, 'keys', 'en')
    await callStaff(page, 'en')
    await unlock(page, administrator)
    await openFile(page, client.name)
    await openTab(page, '测评')
    await page.getByRole('link', { name: /Three questions about sleep/ }).click()
    const result = page.getByRole('region', { name: /Three questions about sleep/ })
    await expect(result.getByText('5', { exact: true }).first()).toBeVisible()
    await expect(result.getByText('0–6 分')).toBeVisible()
    await expect(result.getByText('睡得不好').first()).toBeVisible()
    await expect(page.getByText('Written as an example; anyone may use it.')).toBeVisible()
  })
  expect(desk.complaints).toEqual([])
})

test('what is wrong with a file is said in sentences, and nothing of it is kept', async ({
  openDesk,
  stick,
}) => {
  const desk = await openDesk('room')
  const { page } = desk
  await page.goto('/')
  await unlock(page, administrator)
  const shelf = await shelfOn(page)
  const rows = await storedRows(page, ownNotes)

  const wrong = exampleText.replace('"id": "sleep-example"', '"id": "wrong-example"')
  const faulty: Record<string, { text: string; faults: string[][] }> = {
    'contradiction.json': {
      text: wrong.replace('"range": { "min": 0, "max": 6 }', '"range": { "min": 1, "max": 6 }'),
      faults: [
        ['/instrument/scales/0/range', '按题目和答案算出来的分数范围是 0–6，与写明的不一致。'],
        ['/instrument/scales/0/bands/0/min', '分级之间、开头或结尾有空档，有些分数不属于任何一级。'],
      ],
    },
    'expression.json': {
      text: wrong.replace('"kind": "sum",', '"kind": "sum", "expression": "{q1} + {q2}",'),
      faults: [
        [
          '/instrument/scales/0/expression',
          '这里有一项不认识的内容。不认识的内容一律不收，包括表达式、脚本和网址。',
        ],
      ],
    },
    'markup.json': {
      text: wrong.replace('Had no energy by day', '<img src=x onerror=alert(1)>'),
      faults: [
        ['/survey/pages/0/elements/1/title/en', '文字里有标记、占位符或看不见的控制字符。这里只收纯文字。'],
      ],
    },
    'half.json': {
      text: exampleText.slice(0, 999),
      faults: [['–', '这个文件不是完整的 JSON，没有读取。请看看是不是少了括号、逗号或引号。']],
    },
  }
  for (const [name, { text, faults }] of Object.entries(faulty)) {
    const [path = ''] = await write(stick, { [name]: text })
    await chooseImport(page, path)
    expect(await faultsOf(page, name)).toEqual(faults)
    await expect(page.getByText('这里什么都没有改动。改好文件后再选一次。')).toBeVisible()
    await expect(page.getByRole('button', { name: '签字启用', exact: true })).toBeHidden()
  }

  await test.step('the form that was written out here comes back: it is here already', async () => {
    await openInstrument(page, 'phq-9', /PHQ-9/)
    const form = await saveTo(stick, page, '导出为 FHIR 问卷')
    expect(JSON.parse(await readFile(form, 'utf8'))).toMatchObject({ resourceType: 'Questionnaire' })
    await chooseImport(page, form)
    await expect(
      page.getByRole('cell', { name: '这个量表的这一版已经有了。内容改了，版本号也要改。' }),
    ).toBeVisible()
  })

  expect((await storedRows(page, ownNotes)).equals(rows)).toBe(true)
  expect(await shelfOn(page)).toEqual(shelf)
  expect(desk.complaints).toEqual([])
  await desk.close()
  const again = await openDesk('room')
  await again.page.goto('/')
  await unlock(again.page, administrator)
  expect(await shelfOn(again.page)).toEqual(shelf)
})

test('what is held back is given once the room may: confirmed, trained for, or with a wording of its own', async ({
  openDesk,
  stick,
}) => {
  const desk = await openDesk('room')
  const { page } = desk
  await page.goto('/')
  await unlock(page, administrator)

  await test.step('WHO-5 waits for the word that nobody makes money with it', async () => {
    await openFile(page, client.name)
    await startAssessment(page)
    const who5 = page.getByRole('checkbox', { name: /五项身心健康/ })
    await expect(who5).toBeDisabled()
    await expect(
      page
        .getByRole('listitem')
        .filter({ has: who5 })
        .getByText(/只许非营利使用/),
    ).toBeVisible()
    await confirmNonCommercial(page)
    await openFile(page, client.name)
    await startAssessment(page)
    await expect(who5).toBeEnabled()
  })

  await test.step('a Chinese wording of ASQ is signed in and asked; an acute answer raises the alert', async () => {
    const [path = ''] = await write(stick, { 'asq-zh.json': asqInChinese })
    await chooseImport(page, path)
    await expect(page.getByText('5 道题和所有答案都逐一核对过，计分不变。')).toBeVisible()
    await signIn(page, '已为 asq 加入正式文本，现在是版本 1+zh1。')
    await openFile(page, client.name)
    await beginEntering(page, /示例文本（ASQ）/, 'paper')
    await expect(page.getByText('示例说明语')).toBeVisible()
    await typeCodes(page, [0, 0, 1, 0], '4 / 5')
    await expect(page.getByText('示例第五问')).toBeVisible()
    await typeCodes(page, [1], '5 / 5')
    await finishEntering(page)
    const critical = page.getByRole('region', { name: '需要留意的回答' })
    await expect(critical.getByText('请陪着本人，不要让其独处，马上按危机处置去做。')).toBeVisible()
    await expect(page.getByText(/^急性阳性/).first()).toBeVisible()
    const alerts = page.getByRole('alert', { name: '危急条目：今天要处理' })
    await expect(alerts).toHaveCount(2)
    await expect(alerts.first()).toContainText('现在就有危险：请陪着本人')
    const handled = { finding: /本人确认有/, level: /^立即/, entry: '示例：已陪同，家属已到' }
    await handleAlert(page, { about: '示例第五问', ...handled })
    await handleAlert(page, { about: '示例第三问', ...handled })
  })

  await test.step('the danger level is for a trained person whom the administrator names', async () => {
    await addColleague(page, '咨询师', colleague)
    await openInstrument(page, 'danger-level', /危险性评估/)
    await expect(page.getByText(/管理员还没有把您登记为受训人员/)).toBeVisible()
    await page.getByRole('checkbox', { name: colleague.name }).check()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText(/已保存/)).toBeVisible()
    await openFile(page, client.name)
    await startAssessment(page)
    await page.getByRole('radio', { name: /^工作人员/ }).check()
    await expect(page.getByRole('radio', { name: /危险性评估/ })).toBeDisabled()

    await lock(page)
    await unlock(page, colleague)
    await openFile(page, client.name)
    await beginEntering(page, /危险性评估/, 'staff')
    await typeCodes(page, [3], '1 / 1')
    await finishEntering(page)
    await expect(page.getByText('请今天就转介到上级医疗机构。')).toBeVisible()
    await goTo(page, '量表')
    await expect(page.getByRole('button', { name: '导入量表' })).toBeHidden()
  })
  expect(desk.complaints).toEqual([])
})
