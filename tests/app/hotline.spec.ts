import type { Page } from '@playwright/test'
import { exampleRoom, lock, setUp, unlock } from './steps/administrator.ts'
import { callDesk } from './steps/call-desk.ts'
import { expect, test } from './steps/desk.ts'
import { lookAt } from './steps/look.ts'
import { openDemonstration, type Tour, tourInBothLanguages } from './steps/tour.ts'
import { Typist } from './steps/typist.ts'
import { wordingIn } from './steps/wording.ts'

test.use({ trace: 'off' })

/** What a general call may take whoever takes it down, apart from listening. */
const seconds = 90

const openCalls = async ({ page, t, title }: Pick<Tour, 'page' | 't' | 'title'>): Promise<void> => {
  await page.getByRole('link', { name: t('nav.hotline'), exact: true }).click()
  await title(t('hotline:title'))
}
const answerPhone = async (on: Pick<Tour, 'page' | 't' | 'title'>): Promise<void> => {
  await openCalls(on)
  await on.page.getByRole('button', { name: on.t('hotline:takeCall'), exact: true }).click()
  await expect(on.page.getByRole('timer')).toBeVisible()
}

tourInBothLanguages(
  'calls as they come: a general one, a silent one, somebody who called before',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const said = (zh: string, en: string) => (language === 'en' ? en : zh)
    const desk = callDesk(page, t)
    await openDemonstration(on)

    await test.step(`a general call by keyboard alone, in under ${seconds} seconds of interaction`, async () => {
      const typist = new Typist(page)
      await typist.press('Control+k')
      await typist.type(t('nav.hotline'))
      await typist.press('Enter')
      await title(t('hotline:title'))
      await typist.tabTo(button(t('hotline:takeCall')))
      await typist.press('Enter')
      await expect(page.getByRole('timer')).toBeVisible()
      await typist.press('Alt+k', '1')
      await typist.press('Alt+r', '1')
      await typist.press('Alt+t')
      await typist.type(t('call-form:topic.sleep'))
      await typist.press('Enter', 'Escape')
      await typist.press('Alt+z')
      await typist.type(said('示例：睡不好，担心孩子', 'Example: poor sleep, worried about the child'))
      await typist.press('Alt+w', '1', 'Tab', '1')
      await look('hotline-general')
      await typist.press('Alt+b', '3')
      await typist.press('Alt+s', 'Enter', 'Enter')
      await typist.press('Alt+q', 'Enter')
      await expect(page.getByRole('timer')).toBeHidden()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/R\d{4}-\d+/)
      await expect(region(t('call-record:waits.closedTitle'))).toBeVisible()
      expect(typist.seconds, 'seconds at the keyboard').toBeLessThan(seconds)
      test.info().annotations.push({ type: 'keyboard', description: `${typist.seconds} s` })
      await look('hotline-general-ended')
    })

    await test.step('a silent call: its form asks what could be heard, and silence is never the lowest level', async () => {
      await answerPhone(on)
      await desk.choose('callType', 'callType.special')
      await desk.pick('specialKind', 'specialKind.silent')
      await expect(desk.form.getByLabel(t('call-form:field.concern'), { exact: true })).toHaveCount(0)
      await desk
        .said('signs')
        .fill(said('示例：能听见呼吸，三分钟后挂断', 'Example: breathing, three minutes'))
      await desk.choose('danger', 'asked.no')
      await desk.write('dangerWhy', said('示例：问了，对方没有说话', 'Example: asked, nobody spoke'))
      await expect(
        page.getByText(t('running-call:level.suggested', { level: t('call-form:responseLevel.today') })),
      ).toBeVisible()
      await look('hotline-silent')
      await desk.choose('responseLevel', 'responseLevel.today')
      await desk.pick('disposition', 'disposition.callerHungUp')
      await desk.end()
      await expect(page.getByText(said('示例：能听见呼吸', 'Example: breathing')).first()).toBeVisible()
    })

    await test.step('somebody who called before is known by their alias, and nobody asks for the story again', async () => {
      await openCalls(on)
      await page
        .getByRole('navigation', { name: t('hotline:places.label') })
        .getByRole('link', { name: t('hotline:places.callers'), exact: true })
        .click()
      await title(t('callers:callers.title'))
      const known = page
        .getByRole('main')
        .getByRole('link', { name: /^示例\d+号$/ })
        .first()
      const alias = (await known.textContent()) ?? ''
      await answerPhone(on)
      const beside = region(t('callers:beside.title'))
      await expect(beside).toContainText(t('callers:beside.noAlias'))
      await desk.write('alias', alias)
      const earlier = beside.getByRole('article', { name: alias, exact: true })
      await expect(earlier.getByText(said('近 30 天', 'in 30 days'))).toBeVisible()
      await expect(earlier.getByRole('link')).not.toHaveCount(0)
      await look('hotline-known')
      await link(t('nav.hotline')).click()
    })
  },
)

/** The two who work in the demonstration. */
const people = {
  day: { name: '示例咨询师', passphrase: 'gentle river demo' },
  night: { name: '示例热线员', passphrase: 'gentle river demo' },
}

test('somebody in danger: an ambulance, and a hand-over to the next shift that has to be read', async ({
  page,
}, testInfo) => {
  const t = wordingIn('zh-CN')
  const look = lookAt(page, testInfo, 1366)
  const desk = callDesk(page, t)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const title = (name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const toShifts = async () => {
    await openCalls({ page, t, title })
    await page.getByRole('link', { name: t('hotline:places.shifts'), exact: true }).click()
    await title(t('shifts:title'))
  }
  await page.goto('/')
  await button(t('access:welcome.demo')).click()
  await button(t('access:demoReady.open')).click()
  await title(t('today:title'))
  await lock(page)
  await unlock(page, people.night)

  await test.step('at night somebody with a plan calls; an ambulance is called and comes', async () => {
    await toShifts()
    await button(t('shifts:open', { name: '1' })).click()
    await expect(page.getByRole('region', { name: t('shifts:log.title') })).toBeVisible()
    await answerPhone({ page, t, title })
    await desk.choose('callType', 'callType.suicideRisk')
    await desk.choose('opening', 'answer.opening.said')
    await desk.choose('callerRole', 'callerRole.self')
    await desk.write('alias', '示例阿远')
    await desk.write('concern', '示例：说今晚不想活了')
    await desk.choose('danger', 'asked.yes')
    await desk.choose('dangerAnswer', 'dangerAnswer.plan')
    for (const [field, value] of [
      ['ideation', 90],
      ['hopelessness', 85],
      ['distress', 90],
    ] as const)
      await desk.strength(field, value)
    await desk.choose('plan', 'answer.plan.yes')
    await desk.choose('means', 'answer.means.yes')
    await desk.said('means').fill('示例：一瓶药，放在桌上')
    await desk.pick('timeFrame', 'answer.timeFrame.now')
    await desk.pick('history', 'answer.history.none')
    await desk.choose('alone', 'answer.alone.yes')
    await desk.choose('place', 'answer.place.known')
    await desk.said('place').fill('示例镇示例路 8 号 301')
    await desk.choose('intoxication', 'answer.intoxication.no')
    await desk.choose('protection', 'answer.protection.yes')
    await desk.choose('safetyPlan', 'answer.safetyPlan.notPossible')
    await desk.choose('callBack', 'answer.callBack.agreed')
    await expect(
      page.getByText(t('running-call:level.suggested', { level: t('call-form:responseLevel.atOnce') })),
    ).toBeVisible()
    await desk.choose('responseLevel', 'responseLevel.atOnce')
    await look('hotline-danger')
    await button(t('running-call:rescue.open')).click()
    const card = page.getByRole('dialog', { name: t('running-call:rescue.title') })
    await expect(card).toContainText('示例路 8 号 301')
    await look('hotline-rescue')
    await page.keyboard.press('Escape')
    await desk.act('stayedOnLine', null)
    await desk.act('ambulance120', { person: '示例 120 接线员', result: '示例：已派车', ground: 'emergency' })
    await desk.verify('ambulance120')
    await desk.verify('stayedOnLine')
    await desk.pick('disposition', 'disposition.linkedToHelp')
    await desk.end()
  })

  const number =
    /R\d{4}-\d+/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? ''
  const enter = (kind: string) =>
    page
      .getByRole('region', { name: t('call-record:enter.title') })
      .getByRole('button', { name: t(`call-record:take.${kind}`), exact: true })
  const submit = (kind: string) =>
    page.locator('form').getByRole('button', { name: t(`call-record:take.${kind}`), exact: true })

  await test.step('what was told to save a life is on record, and the call goes to a colleague', async () => {
    expect(number).not.toBe('')
    const waits = page.getByRole('region', { name: t('call-record:waits.title') })
    await expect(waits).toContainText(t('refusals:CALL_DISCLOSURE_MISSING'))
    await look('hotline-danger-ended')
    await enter('disclosed').click()
    await page.getByRole('radio', { name: new RegExp(t('disclosures:basis.savingLife.title')) }).check()
    await page.getByLabel(t('disclosures:recipient.label')).fill('示例急救中心')
    await page.getByLabel(t('disclosures:purpose.label')).fill('示例：去救人')
    await tellAndLeave(page)
    await submit('disclosed').click()
    await expect(waits).not.toContainText(t('refusals:CALL_DISCLOSURE_MISSING'))
    await enter('handedOver').click()
    await page.getByRole('radio', { name: people.day.name }).check()
    await page.getByLabel(t('call-record:field.handNote')).fill('示例：白天请回访')
    await submit('handedOver').click()
    await expect(page.getByText(t('call-record:waits.handedTo', { who: people.day.name }))).toBeVisible()
  })

  await test.step('the shift passes it on, signed', async () => {
    await toShifts()
    await page.getByRole('link', { name: t('shifts:toOwn'), exact: true }).click()
    await page.getByRole('link', { name: t('shifts:passingOn.make'), exact: true }).click()
    await title(t('shifts:compose.title'))
    await expect(page.getByRole('region', { name: t('shifts:compose.records') })).toContainText(number)
    await button(t('shifts:compose.sign')).click()
    await title(t('shifts:sheet.title'))
    await page.getByRole('link', { name: t('shifts:sheet.toShift'), exact: true }).click()
    await button(t('shifts:passingOn.end')).click()
    await expect(page.getByText(t('shifts:state.closed')).first()).toBeVisible()
    await lock(page)
  })

  await test.step('the next shift cannot begin before it has read and signed; then it takes the call on', async () => {
    await unlock(page, people.day)
    await toShifts()
    const seat = page.getByRole('region', { name: t('shifts:seat', { name: '1' }) })
    await seat.getByRole('button').click()
    await expect(seat.getByRole('alert')).toBeVisible()
    await look('hotline-unread')
    await seat.getByRole('link').first().click()
    await title(t('shifts:sheet.title'))
    await expect(page.getByRole('article')).toContainText(number)
    await button(t('shifts:take.act')).click()
    await expect(page.getByText(t('shifts:signatures.holds'))).toHaveCount(2)
    await look('hotline-sheet-taken')
    await button(t('shifts:open', { name: '1' })).click()
    await expect(page.getByRole('region', { name: t('shifts:log.title') })).toBeVisible()
    await openCalls({ page, t, title })
    await page.getByLabel(t('callers:search.text'), { exact: true }).fill(number)
    await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
    await expect(page.getByText(t('call-record:waits.handedToMe'))).toBeVisible()
    await enter('accepted').click()
    await submit('accepted').click()
    await expect(page.getByText(t('call-record:waits.responsible', { who: people.day.name }))).toBeVisible()
    await look('hotline-accepted')
  })
})

/** Who allowed it, and that the caller knows. */
const tellAndLeave = async (page: Page): Promise<void> => {
  const t = wordingIn('zh-CN')
  await page.getByRole('radio', { name: t('disclosures:leave.self') }).check()
  await page.getByRole('radio', { name: t('disclosures:telling.told') }).check()
}

test('the plug is pulled 20 seconds into a call: everything typed is back', async ({ openDesk }) => {
  const t = wordingIn('zh-CN')
  const me = { name: '示例热线咨询师', passphrase: '溪水流过石桥的示例口令' }
  const before = await openDesk('hotline')
  const { page } = before
  await setUp(page, {
    ...exampleRoom,
    first: me,
  })
  const desk = callDesk(page, t)
  const title = (name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await answerPhone({ page, t, title })
  await desk.choose('callType', 'callType.suicideRisk')
  await desk.write('alias', '示例阿远')
  await desk.form.getByLabel(t('call-form:field.concern'), { exact: true }).focus()
  // Twenty seconds of somebody who types while they listen.
  const told = '示例：来电的人声音很低，说这几天都睡不着，不知道还能找谁。'.repeat(2)
  await page.keyboard.type(told, { delay: 20_000 / told.length })
  await desk.choose('danger', 'asked.yes')
  await desk.strength('ideation', 60)
  // Said without an answer chosen: no record can hold it yet.
  await desk.said('history').fill('示例：前年有过一次')
  await expect(page.getByText(t('running-call:savedAt', { time: '' }).trim())).toBeVisible()
  await expect.poll(() => page.getByRole('timer').textContent()).toMatch(/0:[2-5]\d$/)
  await before.kill()

  const after = await openDesk('hotline')
  await after.page.goto('/')
  await unlock(after.page, me)
  const again = callDesk(after.page, t)
  await after.page.getByRole('link', { name: t('nav.hotline'), exact: true }).click()
  await after.page.getByRole('table').getByRole('link').first().click()
  await expect(after.page.getByRole('timer')).toBeVisible()
  await expect(again.form.getByLabel(t('call-form:field.concern'), { exact: true })).toHaveValue(told)
  await expect(again.form.getByLabel(t('call-form:field.alias'), { exact: true })).toHaveValue('示例阿远')
  await expect(
    again.form
      .getByRole('radiogroup', { name: t('call-form:field.callType') })
      .getByRole('radio', { name: t('call-form:callType.suicideRisk'), exact: true }),
  ).toBeChecked()
  await expect(again.form.getByRole('spinbutton', { name: t('call-form:field.ideation') })).toHaveValue('60')
  await expect(again.said('history')).toHaveValue('示例：前年有过一次')
  await after.close()
})
