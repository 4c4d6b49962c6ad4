import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { addColleague, exampleRoom, goTo, lock, setUp, unlock } from './steps/administrator.ts'
import { expect, test } from './steps/desk.ts'
import { lookAt } from './steps/look.ts'
import { textOf } from './steps/pdf-text.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'
import { wordingIn } from './steps/wording.ts'

test.use({ trace: 'off' })

const tomorrow = addDays(dayOf(new Date().toISOString()), 1)

tourInBothLanguages(
  'the seats of the hotline, the roster, and a shift passed on',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const field = (name: string) => page.getByLabel(name, { exact: true })
    const example = language === 'en' ? 'Example: ' : '示例：'
    const place = (key: string) =>
      page
        .getByRole('navigation', { name: t('hotline:places.label') })
        .getByRole('link', { name: t(`hotline:places.${key}`), exact: true })
    await openDemonstration(on)

    await test.step('the seats have names', async () => {
      await link(t('nav.settings')).click()
      await link(t('settings:places.seats')).click()
      await title(t('seats:title'))
      await button(t('seats:add')).click()
      const third = field(t('seats:name', { number: 3 }))
      await third.fill('')
      await button(t('seats:save')).click()
      await expect(page.getByText(t('seats:nameNeeded'))).toBeVisible()
      await third.fill(language === 'en' ? 'East' : '东间')
      await look('seats')
      await button(t('seats:save')).click()
      await expect(
        page
          .getByRole('status')
          .filter({ hasText: /\d\d:\d\d/ })
          .first(),
      ).toBeVisible()
    })

    await test.step('a duty is planned, and somebody asks to swap it', async () => {
      await link(t('nav.hotline')).click()
      await place('roster').click()
      await title(t('roster:title'))
      await look('roster')
      await link(t('roster:new.title')).click()
      await title(t('roster:new.title'))
      await button(t('roster:new.save')).click()
      await expect(page.getByText(t('roster:needed.who'))).toBeVisible()
      await page.getByRole('radio', { name: language === 'en' ? 'Seat East' : '座席 东间' }).check()
      await page.getByRole('combobox', { name: t('roster:field.who') }).click()
      await page
        .getByRole('option', { name: language === 'en' ? 'Example counsellor' : '示例咨询师' })
        .click()
      await field(t('roster:field.day')).fill(tomorrow)
      await field(t('roster:field.from')).fill('20:00')
      await field(t('roster:field.until')).fill('08:00')
      await look('roster-new')
      await button(t('roster:new.save')).click()
      await title(t('roster:title'))
      const duty = page.getByRole('table').getByRole('link', { name: /20:00/ }).last()
      await duty.click()
      await expect(page.getByRole('region', { name: t('roster:one.what') })).toBeVisible()
      await button(t('roster:step.swapAsked')).click()
      await field(t('roster:note.swapAsked')).fill(`${example}1`)
      await look('roster-swap')
      await button(t('roster:step.swapAsked')).click()
      await expect(region(t('roster:history.title'))).toContainText(`${example}1`)
      await look('roster-duty')
    })

    await test.step('whoever comes sits down and keeps the log', async () => {
      await place('shifts').click()
      await title(t('shifts:title'))
      await look('shifts')
      await button(t('shifts:open', { name: language === 'en' ? 'East' : '东间' })).click()
      await expect(region(t('shifts:log.title'))).toBeVisible()
      await page.getByRole('radio', { name: t('shifts:about.equipment') }).check()
      await button(t('shifts:log.save')).click()
      await expect(page.getByText(t('shifts:needed.note'))).toBeVisible()
      await field(t('shifts:log.note')).fill(`${example}2`)
      await button(t('shifts:log.save')).click()
      await expect(region(t('shifts:log.title')).getByRole('listitem').last()).toContainText(`${example}2`)
      await look('shift')
    })

    await test.step('the hand-over is read from the records and signed', async () => {
      await link(t('shifts:passingOn.make')).click()
      await title(t('shifts:compose.title'))
      await expect(region(t('shifts:compose.records')).getByRole('heading', { level: 3 })).toHaveCount(3)
      await field(t('shifts:sheet.equipment')).fill(`${example}3`)
      await field(t('shifts:sheet.note')).fill(`${example}4`)
      await look('hand-over-compose')
      await button(t('shifts:compose.sign')).click()
      await title(t('shifts:sheet.title'))
      const sheet = page.getByRole('article', { name: t('shifts:sheet.title') })
      await expect(sheet).toContainText(`${example}4`)
      await expect(sheet.getByText(t('shifts:signatures.holds'))).toHaveCount(1)
      await look('hand-over')
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('navigation', { name: t('hotline:places.label') })).toBeHidden()
      await expect(sheet).toBeVisible()
      await page.emulateMedia({ media: null })
      const printed = textOf(await page.pdf({ preferCSSPageSize: true }))
      expect(printed).toContain(t('shifts:signatures.title'))
      expect(printed).not.toContain(t('hotline:places.roster'))
      await link(t('shifts:sheet.toShift')).click()
      await expect(region(t('shifts:passingOn.title'))).toContainText(t('shifts:sheetState.given'))
      await look('shift-handing-over')
    })

    await test.step('something came in between: the sheet is taken back and another is made', async () => {
      await button(t('shifts:goOn.open')).click()
      await field(t('shifts:goOn.because')).fill(`${example}5`)
      await look('shift-goes-on')
      await button(t('shifts:goOn.act')).click()
      await expect(region(t('shifts:passingOn.title'))).toContainText(t('shifts:sheetState.withdrawn'))
      await link(t('shifts:passingOn.make')).click()
      await button(t('shifts:compose.sign')).click()
      await title(t('shifts:sheet.title'))
      await link(t('shifts:sheet.toShift')).click()
      await button(t('shifts:passingOn.end')).click()
      await expect(page.getByText(t('shifts:state.closed')).first()).toBeVisible()
    })

    await test.step('until it is signed for nobody begins there', async () => {
      await link(t('shifts:back')).click()
      await title(t('shifts:title'))
      const seat = region(t('shifts:seat', { name: language === 'en' ? 'East' : '东间' }))
      await seat.getByRole('button').click()
      await expect(seat.getByRole('alert')).toBeVisible()
      await look('shifts-unread')
      await seat.getByRole('link', { name: /./ }).first().click()
      await title(t('shifts:sheet.title'))
      await button(t('shifts:take.act')).click()
      await expect(page.getByText(t('shifts:signatures.holds'))).toHaveCount(2)
      await look('hand-over-taken')
      await button(t('shifts:open', { name: language === 'en' ? 'East' : '东间' })).click()
      await expect(region(t('shifts:log.title'))).toBeVisible()
    })

    await test.step('at night all of it is dark', async () => {
      await button(t('shade.dark')).click()
      await look('shift-dark')
      await link(t('shifts:passingOn.make')).click()
      await title(t('shifts:compose.title'))
      await look('hand-over-compose-dark')
      await place('shifts').click()
      await title(t('shifts:title'))
      await look('shifts-dark')
      await page
        .getByRole('table')
        .getByRole('link', { name: t('shifts:recent.read') })
        .first()
        .click()
      await title(t('shifts:sheet.title'))
      await look('hand-over-dark')
      await place('roster').click()
      await title(t('roster:title'))
      await look('roster-dark')
      await button(t('shade.dark')).click()
    })
  },
  { onlyLong: true },
)

test('across shifts: the night reads and signs what the day left, though the phone rang first', async ({
  page,
}, testInfo) => {
  const t = wordingIn('zh-CN')
  const look = lookAt(page, testInfo, 1366)
  const day = { name: '示例白班', passphrase: '溪水流过石桥的示例口令' }
  const night = { name: '示例夜班', passphrase: '山风吹过麦田的示例口令' }
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const toShifts = async () => {
    await goTo(page, t('nav.hotline'))
    await link(t('hotline:places.shifts')).click()
    await expect(page.getByRole('heading', { level: 1, name: t('shifts:title') })).toBeVisible()
  }
  await setUp(page, {
    ...exampleRoom,
    first: day,
  })
  await addColleague(page, '热线', night)
  await toShifts()
  await look('shifts-empty')
  await button(t('shifts:open', { name: '1' })).click()
  await link(t('shifts:passingOn.make')).click()
  await page.getByLabel(t('shifts:sheet.note')).fill('示例：夜里门要锁好')
  await button(t('shifts:compose.sign')).click()
  await link(t('shifts:sheet.toShift')).click()
  await button(t('shifts:passingOn.end')).click()
  await expect(page.getByText(t('shifts:state.closed')).first()).toBeVisible()
  await lock(page)

  await unlock(page, night)
  await toShifts()
  await button(t('shifts:open', { name: '1' })).click()
  await expect(page.getByRole('alert')).toContainText('交接单')
  // The phone rings: nothing stands in the way.
  await goTo(page, t('nav.hotline'))
  await button(t('hotline:takeCall')).click()
  await expect(
    page
      .getByRole('timer')
      .or(page.getByText(/\d\d:\d\d:\d\d/))
      .first(),
  ).toBeVisible()
  await toShifts()
  await link(t('shifts:toOwn')).click()
  const owed = page.getByRole('region', { name: t('shifts:takingOver.title') })
  await expect(owed).toBeVisible()
  await look('shift-emergency')
  await owed.getByRole('link').click()
  await expect(page.getByRole('article')).toContainText('示例：夜里门要锁好')
  await button(t('shifts:take.act')).click()
  await expect(page.getByText(t('shifts:signatures.holds'))).toHaveCount(2)
  await link(t('shifts:toOwn')).click()
  await expect(page.getByText(t('shifts:state.open')).first()).toBeVisible()
  await expect(owed).toBeHidden()
})
