import { readFile } from 'node:fs/promises'
import { goTo, ownDigits, setUp } from './steps/administrator.ts'
import { aFileNumber, openFile, openTab, recordConsent, registerClient } from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { chooseFile, damagedCopy, saveTo } from './steps/files.ts'
import { wordingIn } from './steps/wording.ts'

test.use({ trace: 'off' })

const t = wordingIn('zh-CN')
const referral = (key: string, values = {}) => t(`referrals:${key}`, values)
const roomOf = (name: string, code: string, who: string) =>
  ({
    kind: 'room',
    name,
    code,
    clientsLastYear: 100,
    first: { name: who, passphrase: 'copper kettle whistling north' },
  }) as const
const client = { name: '示例郁青', birthDate: '1975-02-03', sex: '女', phone: '00000005678' } as const
const receiver = '示例乡心理咨询室'
const question = '示例：她搬到贵处，请接着每周谈一次'

test('a referral goes as a file to a room that alone can open it, and its answer comes back', async ({
  openDesk,
  stick,
}) => {
  const [here, there] = [await openDesk('room'), await openDesk('receiver')]
  const page = here.page
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const act = (step: string) =>
    page.getByRole('button', {
      name: referral('act.of', { act: referral(`act.${step}`), receiver }),
      exact: true,
    })
  const panel = page.getByRole('region', { name: receiver, exact: true })
  let card = { path: '', digits: '' }
  let written = ''

  await test.step('the receiver hands over its card', async () => {
    await setUp(there.page, roomOf(receiver, '990101202', '示例接待员'))
    await goTo(there.page, '统计上报')
    const digits = await ownDigits(there.page)
    card = { path: await saveTo(stick, there.page, '存为文件'), digits }
  })

  await test.step('a client agrees that this receiver is told, and no other', async () => {
    await setUp(page, roomOf('示例镇心理咨询室', '990101101', '示例咨询师'))
    await registerClient(page, client)
    await recordConsent(page, t('clients:purpose.casefile'))
    await button(t('disclosures:referral.record')).click()
    await page.getByLabel(t('clients:consent.recipient.label')).fill('示例学校')
    await page.getByRole('radio', { name: t('clients:consent.by.self'), exact: true }).check()
    await page.getByRole('radio', { name: t('clients:consent.manner.written') }).check()
    await page.getByRole('checkbox', { name: t('clients:consent.gone') }).check()
    await button(t('clients:consent.save')).click()
    await expect(
      page.getByRole('region', { name: t('disclosures:referral.title'), exact: true }),
    ).toContainText('示例学校')

    await openTab(page, t('clients:tabs.referrals'))
    await button(referral('new')).click()
    await page.getByRole('combobox', { name: referral('form.kind') }).click()
    await page.getByRole('option', { name: referral('receiver.kinds.other') }).click()
    await page.getByLabel(referral('form.receiver')).fill(receiver)
    await page.getByLabel(referral('form.question')).fill(question)
    await expect(page.getByText(referral('consent.missing', { receiver }))).toBeVisible()
    await button(referral('form.save')).click()
    await act('sent').click()
    await page.getByRole('radio', { name: referral('send.ways.slip') }).check()
    await page.getByRole('radio', { name: t('disclosures:telling.told'), exact: true }).check()
    await button(referral('send.submit')).click()
    await expect(page.getByRole('alert').getByText(t('refusals:REFERRAL_CONSENT_NEEDED'))).toBeVisible()

    await openTab(page, t('clients:tabs.consent'))
    await button(t('disclosures:referral.record')).click()
    await page.getByLabel(t('clients:consent.recipient.label')).fill(receiver)
    await page.getByRole('radio', { name: t('clients:consent.by.self'), exact: true }).check()
    await page.getByRole('radio', { name: t('clients:consent.manner.written') }).check()
    await page.getByRole('checkbox', { name: t('clients:consent.gone') }).check()
    await button(t('clients:consent.save')).click()
    await openTab(page, t('clients:tabs.referrals'))
  })

  await test.step('its card is compared, and the file written', async () => {
    await act('sent').click()
    await page.getByRole('radio', { name: referral('send.ways.file') }).check()
    await chooseFile(page, referral('card.choose'), card.path)
    await expect(page.getByText(card.digits)).toBeVisible()
    await button(referral('send.submit')).click()
    await expect(page.getByRole('alert').getByText(t('refusals:CARD_NOT_COMPARED'))).toBeVisible()
    await page.getByRole('checkbox', { name: referral('card.compared') }).check()
    await button(referral('send.submit')).click()
    await expect(page.getByText(referral('send.recorded'))).toBeVisible()
    written = await saveTo(stick, page, referral('send.save'))
    const bytes = await readFile(written)
    for (const secret of [client.name, question, client.phone, receiver])
      expect(bytes.includes(Buffer.from(secret))).toBe(false)
    await expect(panel).toContainText(referral('state.sent'))
    await expect(panel).toContainText(new RegExp(referral('due', { day: '.*' }).replaceAll(/[()]/g, '.')))
  })

  await test.step('neither the sender nor anybody with a damaged copy opens it', async () => {
    await goTo(page, '服务对象')
    await page.getByRole('link', { name: referral('received.link') }).click()
    await chooseFile(page, referral('received.open'), written)
    await expect(page.getByText(t('refusals:REFERRAL_FOR_ANOTHER'))).toBeVisible()
    await expect(page.getByText(question)).toHaveCount(0)
  })

  await test.step('the receiver opens it, and sees from whom it is', async () => {
    const desk = there.page
    await goTo(desk, '服务对象')
    await desk.getByRole('link', { name: referral('received.link') }).click()
    await chooseFile(desk, referral('received.open'), await damagedCopy(written))
    await expect(desk.getByText(t('refusals:NOT_A_REFERRAL'))).toBeVisible()
    await chooseFile(desk, referral('received.open'), written)
    const received = desk.getByRole('region', { name: referral('received.from'), exact: true })
    await expect(received).toContainText('示例镇心理咨询室')
    await expect(received).toContainText(client.name)
    await expect(received).toContainText(question)
    await expect(received).not.toContainText(client.phone)
    await desk.getByRole('link', { name: referral('received.register') }).click()
    await expect(desk.getByLabel('姓名', { exact: true })).toBeVisible()
  })

  await test.step('somebody named accepts it, answers, and she is back', async () => {
    await openFile(page, client.name)
    await openTab(page, t('clients:tabs.referrals'))
    await act('accepted').click()
    await button(referral('event.save')).click()
    await expect(page.getByText(referral('event.whoNeeded'))).toBeVisible()
    await page.getByLabel(referral('event.accepted.who')).fill('示例接待员')
    await button(referral('event.save')).click()
    await act('reminded').click()
    await button(referral('event.save')).click()
    await act('seen').click()
    await button(referral('event.save')).click()
    await act('feedback').click()
    await page.getByLabel(referral('event.feedback.who')).fill('示例接待员')
    await page.getByLabel(referral('event.feedback.text')).fill('示例：请每月问候一次')
    await button(referral('event.save')).click()
    await act('returned').click()
    await page.getByLabel(referral('event.returned.text')).fill('示例：每月一次')
    await button(referral('event.save')).click()
    await expect(panel).toContainText(referral('state.closed'))
    await expect(panel).toContainText('示例接待员')
    await expect(panel).toContainText('示例：请每月问候一次')
  })

  await test.step('what left, how and when stands among what was handed out', async () => {
    await openTab(page, t('clients:tabs.consent'))
    const handedOut = page.getByRole('region', { name: t('disclosures:list.title'), exact: true })
    await expect(handedOut).toContainText(receiver)
    await expect(handedOut).not.toContainText('示例学校')
    await expect(page.getByRole('heading', { level: 1, name: aFileNumber })).toBeVisible()
  })
  expect([...here.complaints, ...there.complaints]).toEqual([])
})
