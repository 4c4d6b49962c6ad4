import { formState, scanFolder, tracesOf } from './profile-scan.ts'
import { recover, setUp, unlock } from './steps/administrator.ts'
import { answer } from './steps/client.ts'
import {
  beginEntering,
  finishEntering,
  handScreenOver,
  openFile,
  openTab,
  recordConsent,
  registerClient,
  typeCodes,
} from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { noteCaller, takeCall } from './steps/hotline-worker.ts'

const counsellor = { name: '示例咨询师', passphrase: 'copper kettle whistling north' }
const client = { name: '示例林小满', birthDate: '1990-05-20', sex: '女', phone: '13900003456' } as const
const phq9 = { q1: 2, q2: 3, q3: 1, q4: 1, q5: 0, q6: 1, q7: 2, q8: 0, q9: 0, q10: 1 }
const call = {
  alias: '示例小禾',
  concern: '丈夫在外打工，最近整夜睡不着，白天干活没有力气',
  ideation: 5,
  hopelessness: 40,
  actionNote: '',
}

const renewed = { ...counsellor, passphrase: 'silver bicycle morning chestnut' }
let sheet: string[] = []

// One room through a series of mishaps, each with its sentence and none with a loss.
test.describe.configure({ mode: 'serial' })

test('a wrong passphrase is told in a sentence, and nothing is lost by it', async ({ openDesk }) => {
  const { page, complaints } = await openDesk('room')
  sheet = await setUp(page, {
    kind: 'room',
    name: '示例镇心理咨询室',
    code: '990101101',
    clientsLastYear: 0,
    first: counsellor,
  })
  await registerClient(page, client)
  await recordConsent(page, '心理测评')
  await page.goto('/')
  await page.reload()
  const open = page.getByRole('button', { name: '打开', exact: true })
  await page.getByRole('radio', { name: counsellor.name }).check()
  await open.click()
  await expect(page.getByText('请输入口令')).toBeVisible()
  await page.getByLabel('口令', { exact: true }).fill('copper kettle whistling south')
  await open.click()
  await expect(page.getByRole('alert')).toHaveText('口令不对。请看看大小写和输入法，再试一次。')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await unlock(page, counsellor)
  await openFile(page, client.name)
  await expect(page.getByText('已同意：心理测评')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a second window says that the first is open, and opens once it has closed', async ({ openDesk }) => {
  const { page } = await openDesk('room')
  await page.goto('/')
  await unlock(page, counsellor)
  const second = await page.context().newPage()
  await second.goto('/')
  await second.getByRole('radio', { name: counsellor.name }).check()
  await second.getByLabel('口令', { exact: true }).fill(counsellor.passphrase)
  await second.getByRole('button', { name: '打开', exact: true }).click()
  await expect(second.getByRole('alert')).toContainText('安心已经在另一个窗口打开了')
  await openFile(page, client.name)
  await page.close()
  // The browser takes a moment to end what ran in the first window.
  await expect(async () => {
    await second.getByRole('button', { name: '打开', exact: true }).click()
    await expect(second.getByRole('navigation', { name: '主导航' })).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await openFile(second, client.name)
})

test('the plug is pulled while a client answers: every answer given is there, and the rest can follow', async ({
  openDesk,
}) => {
  const desk = await openDesk('room')
  await desk.page.goto('/')
  await unlock(desk.page, counsellor)
  await openFile(desk.page, client.name)
  await handScreenOver(desk.page, [/PHQ-9/])
  await desk.page.getByRole('button', { name: '开始' }).click()
  const given = Object.entries(phq9)
  await answer(desk.page, 'phq-9', Object.fromEntries(given.slice(0, 5)), 'keys')
  await desk.kill()

  const { page } = await openDesk('room')
  await page.goto('/')
  await expect(page.getByText('有一份问卷还没有填完。')).toBeVisible()
  await expect(page.getByText(client.name)).toBeHidden()
  await page.getByRole('button', { name: '回到问卷' }).click()
  await page.getByRole('button', { name: '接着回答' }).click()
  await answer(page, 'phq-9', Object.fromEntries(given.slice(5)), 'keys')
  await expect(page.getByRole('heading', { name: '谢谢您' })).toBeVisible()
  await page.getByRole('button', { name: '工作人员' }).click()
  await unlock(page, counsellor)
  await openFile(page, client.name)
  await openTab(page, '测评')
  await page.getByRole('link', { name: /PHQ-9/ }).click()
  await page.getByText('逐题回答').first().click()
  const rows = page.getByRole('table', { name: '逐题回答' }).getByRole('row')
  for (const [at, [, code]] of given.entries())
    await expect(
      rows
        .nth(at + 1)
        .getByRole('cell')
        .last(),
    ).toHaveText(String(code))
})

test('the plug is pulled while staff enter answers: all of them are back', async ({ openDesk }) => {
  const desk = await openDesk('room')
  await desk.page.goto('/')
  await unlock(desk.page, counsellor)
  await openFile(desk.page, client.name)
  await beginEntering(desk.page, /PHQ-9/, 'paper')
  await typeCodes(desk.page, [0, 0, 0, 0], '4 / 9')
  await desk.kill()

  const { page } = await openDesk('room')
  await page.goto('/')
  await unlock(page, counsellor)
  await openFile(page, client.name)
  await openTab(page, '测评')
  await expect(page.getByRole('row', { name: /PHQ-9.*未答完（已答 4 题）/ })).toBeVisible()
  await page
    .getByRole('row', { name: /未答完/ })
    .getByRole('link')
    .click()
  await expect(page.getByText('已答 4 / 9')).toBeVisible()
  await typeCodes(page, [0, 0, 0, 0, 1, 2], '10 / 10')
  await finishEntering(page)
})

test('the plug is pulled during a call: everything typed is back', async ({ openDesk }) => {
  const desk = await openDesk('room')
  await desk.page.goto('/')
  await unlock(desk.page, counsellor)
  await takeCall(desk.page)
  await noteCaller(desk.page, call)
  await expect(desk.page.getByText(/^已保存/)).toBeVisible()
  await desk.kill()

  const { page } = await openDesk('room')
  await page.goto('/')
  await unlock(page, counsellor)
  await page.getByRole('link', { name: '接着记' }).click()
  await expect(page.getByLabel('称呼')).toHaveValue(call.alias)
  await expect(page.getByLabel('主诉')).toHaveValue(call.concern)
  await expect(page.getByRole('radio', { name: '自杀风险' })).toBeChecked()
  await expect(page.getByRole('spinbutton', { name: '自杀想法' })).toHaveValue(String(call.ideation))
  await expect(page.getByRole('spinbutton', { name: '绝望感' })).toHaveValue(String(call.hopelessness))
})

test('a forgotten passphrase: the recovery sheet opens, one wrong word does not, and the disk tells nothing', async ({
  openDesk,
}) => {
  const { page, folder, close } = await openDesk('room')
  await page.goto('/')
  await recover(page, [...sheet.slice(1), ...sheet.slice(0, 1)], renewed)
  await expect(page.getByRole('alert')).toContainText(/恢复单/)
  await page.getByLabel('恢复单上的 24 个词').fill(sheet.join(' '))
  await page.getByRole('button', { name: '设定新口令并打开' }).click()
  await openFile(page, client.name)
  await page.goto('/')
  await page.reload()
  await unlock(page, renewed)
  await close()
  const said = [client.name, client.phone, call.alias, call.concern, formState, sheet.join(' ')]
  const passphrases = [counsellor.passphrase, renewed.passphrase]
  expect(scanFolder(folder, [...said, ...passphrases].flatMap(tracesOf))).toEqual([])
})
