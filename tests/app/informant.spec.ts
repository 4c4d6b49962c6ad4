import { exampleRoom, setUp, unlock } from './steps/administrator.ts'
import { openInstrument } from './steps/catalogue.ts'
import { answer, callStaff } from './steps/client.ts'
import {
  handScreenToInformant,
  openFile,
  openTab,
  recordConsent,
  registerClient,
} from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { lookAt } from './steps/look.ts'

const counsellor = { name: '示例咨询师', passphrase: 'copper kettle whistling north' }
const boy = { name: '示例孙小禾', birthDate: '2014-04-12', sex: '男', phone: '13900005678' } as const
/** Every question "sometimes". */
const psc17 = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`q${index + 1}`, 1]))

test('a mother answers alone about her son, and the result is hers', async ({ openDesk }, testInfo) => {
  const { page, complaints } = await openDesk('room')
  const look = lookAt(page, testInfo, 1366)
  await setUp(page, {
    ...exampleRoom,
    first: counsellor,
  })
  await registerClient(page, boy)
  await recordConsent(page, '心理测评', '监护人')

  await test.step('she is told what it is about and on what terms, and nothing of whom', async () => {
    await handScreenToInformant(page, [/PSC-17/], '示例母亲', 'en')
    await expect(page.getByText('Please answer these questions about the person you know.')).toBeVisible()
    const terms = page.getByText(/may be downloaded and use/)
    await expect(terms).toBeHidden()
    await look('welcome')
    await page.getByText('Terms of use').press('Enter')
    await expect(terms).toBeVisible()
    await look('terms')
    for (const secret of [boy.name, '示例母亲', '示例知情人'])
      await expect(page.getByText(secret)).toHaveCount(0)
    await page.getByRole('button', { name: 'Begin' }).click()
    await answer(page, 'psc-17', psc17, 'keys', 'en')
    await callStaff(page, 'en')
    await unlock(page, counsellor)
  })

  await test.step('the list and the result say who answered', async () => {
    await openFile(page, boy.name)
    await openTab(page, '测评')
    await expect(
      page.getByRole('cell', { name: '知情人他评（示例母亲，示例知情人）', exact: true }),
    ).toBeVisible()
    await look('list')
    await page
      .getByRole('link', { name: /PSC-17/ })
      .first()
      .click()
    await expect(page.getByText('筛查结果，不是诊断。')).toBeVisible()
    await expect(page.getByText('知情人他评（示例母亲，示例知情人）').first()).toBeVisible()
    await expect(page.getByText('17', { exact: true }).first()).toBeVisible()
    await expect(page.getByText(/依据：监护人同意/)).toBeVisible()
  })

  await test.step('the blank form to hand out is found in the catalogue', async () => {
    await openInstrument(page, 'psc-17', /PSC-17/)
    await look('instrument')
    await page.getByRole('link', { name: '空白纸质表' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '空白纸质表' })).toBeVisible()
  })
  expect(complaints).toEqual([])
})
