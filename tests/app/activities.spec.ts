import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { exampleRoom, setUp } from './steps/administrator.ts'
import { expect, test } from './steps/desk.ts'
import { lookAt } from './steps/look.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'
import { wordingIn } from './steps/wording.ts'

test.use({ trace: 'off' })

const today = dayOf(new Date().toISOString())

tourInBothLanguages(
  'group courses, outreach and the register of staff',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const field = (name: string) => page.getByLabel(name, { exact: true })
    const status = page.getByRole('status')
    const example = language === 'en' ? 'Example: ' : '示例：'
    await openDemonstration(on)

    await test.step('a course that runs says who came to which session, by file number', async () => {
      await link(t('nav.activities')).click()
      await title(t('group-courses:title'))
      await look('groups')
      const [first] = await page.getByRole('table').getByRole('link').all()
      await first?.focus()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('table').getByRole('link').nth(1)).toBeFocused()
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await expect(region(t('group-courses:attendance.title'))).toBeVisible()
      await expect(region(t('group-courses:attendance.title'))).not.toContainText('示例')
      await look('group-course')
    })

    await test.step('a session is entered from the keyboard, and corrected with a reason', async () => {
      await link(t('group-courses:session.hold', { number: 5 })).click()
      await title(t('group-courses:session.hold', { number: 5 }))
      const boxes = page.getByRole('table').getByRole('checkbox')
      await boxes.first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await expect(boxes.nth(2)).toBeChecked()
      await expect(boxes.nth(1)).not.toBeChecked()
      await expect(status.filter({ hasText: t('group-courses:present.ticked', { count: 2 }) })).toBeVisible()
      await field(t('group-courses:present.others')).fill('3')
      await look('group-hold')
      await button(t('group-courses:session.saveHeld')).click()
      const sessions = region(t('group-courses:session.title'))
      await expect(
        sessions
          .getByRole('listitem')
          .filter({ hasText: t('group-courses:session.number', { number: 5 }) })
          .first(),
      ).toContainText(t('group-courses:headsCount', { count: 5 }))
      await link(t('group-courses:session.correct', { number: 5 })).click()
      await button(t('group-courses:present.everybody')).click()
      await button(t('group-courses:session.saveCorrection')).click()
      await expect(page.getByText(t('group-courses:needed.because'))).toBeVisible()
      await field(t('group-courses:session.whyCorrected')).fill(`${example}3`)
      await button(t('group-courses:session.saveCorrection')).click()
      await sessions
        .getByText(t('group-courses:session.history', { count: 3 }))
        .last()
        .click()
      await expect(sessions).toContainText(`${example}3`)
      await look('group-corrected')
    })

    await test.step('a client’s file says that they took part', async () => {
      await region(t('group-courses:attendance.title'))
        .getByRole('row')
        .nth(1)
        .getByRole('link')
        .first()
        .click()
      await title(/^\d{4}-\d{4}/)
      await expect(page.getByText(t('clients:timeline.groupAttended', { number: 5 }))).toBeVisible()
      await look('group-in-file')
    })

    await test.step('a new group is laid down, its session planned and cancelled', async () => {
      await link(t('nav.activities')).click()
      await button(t('group-courses:new.title')).click()
      await title(t('group-courses:new.title'))
      await button(t('group-courses:new.save')).click()
      await expect(page.getByText(t('group-courses:needed.title'))).toBeVisible()
      await field(t('group-courses:field.title')).fill(`${example}1`)
      await page.getByRole('combobox', { name: t('group-courses:member.add') }).fill('20')
      await page.getByRole('option').first().click()
      await expect(page.getByRole('list').getByText(/^\d{4}-\d{4}/)).toBeVisible()
      await look('group-new')
      await button(t('group-courses:new.save')).click()
      await title(`${example}1`)
      await look('group-without-sessions')
      await button(t('group-courses:session.planNew')).click()
      await look('group-plan')
      await button(t('group-courses:session.savePlan')).click()
      await button(t('group-courses:session.cancelOne', { number: 1 })).click()
      await button(t('group-courses:session.cancelNow')).click()
      await expect(page.getByText(t('group-courses:needed.because'))).toBeVisible()
      await field(t('group-courses:session.whyCancelled')).fill(`${example}2`)
      await look('group-cancel')
      await button(t('group-courses:session.cancelNow')).click()
      await expect(button(t('group-courses:session.again.cancelledOne', { number: 1 }))).toBeVisible()
    })

    await test.step('activities are found by month and category', async () => {
      await link(t('activities:places.outreach')).click()
      await title(t('outreach:title'))
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
      await look('outreach')
      const choose = async (name: string, option: string | RegExp) => {
        await page.getByRole('combobox', { name }).click()
        await page.getByRole('option', { name: option }).first().click()
      }
      await choose(t('outreach:filter.category'), language === 'en' ? 'Into schools' : '进学校')
      await expect(region(t('outreach:title')).getByText(t('outreach:struckOut'))).toBeVisible()
      await look('outreach-filtered')
    })

    await test.step('one is entered, corrected and struck out; every version stays', async () => {
      await button(t('outreach:record.title')).click()
      await title(t('outreach:record.title'))
      await button(t('outreach:record.save')).click()
      await expect(page.getByText(t('outreach:needed.category'))).toBeVisible()
      await field(t('outreach:field.title')).fill(`${example}讲座`)
      await page.getByRole('combobox', { name: t('outreach:field.category') }).click()
      await page.getByRole('option').first().click()
      await field(t('outreach:field.audience')).fill('40')
      await look('outreach-new')
      await button(t('outreach:record.save')).click()
      await title(`${example}讲座`)
      await button(t('outreach:correct.open')).click()
      await field(t('outreach:field.audience')).fill('45')
      await field(t('outreach:correct.because')).fill(`${example}数错`)
      await look('outreach-correct')
      await button(t('outreach:correct.save')).click()
      await expect(region(t('outreach:one.what'))).toContainText(t('outreach:people', { count: 45 }))
      await button(t('outreach:strikeOut.open')).click()
      await field(t('outreach:strikeOut.because')).fill(`${example}重了`)
      await button(t('outreach:strikeOut.save')).click()
      const versions = region(t('outreach:versions.title'))
      await expect(versions.getByRole('listitem')).toHaveCount(3)
      await versions.getByText(t('outreach:versions.read')).last().click()
      await expect(versions).toContainText(t('outreach:people', { count: 40 }))
      await look('outreach-versions')
    })

    await test.step('the categories are the room’s own', async () => {
      await link(t('outreach:back')).click()
      await link(t('outreach:categories.title')).click()
      await title(t('outreach:categories.title'))
      await button(t('outreach:categories.add')).click()
      await page.getByLabel(t('outreach:categories.chinese', { place: 9 })).fill('示例：进军营')
      await field(t('outreach:categories.because')).fill(`${example}本县增加`)
      await look('outreach-categories')
      await button(t('outreach:categories.save')).click()
      await expect(page.getByText(t('outreach:categories.proposed'))).toBeHidden()
      await expect(page.getByLabel(t('outreach:categories.chinese', { place: 9 }))).toHaveValue(
        '示例：进军营',
      )
    })

    await test.step('the register names who signs in and who never does, with a year’s hours', async () => {
      await link(t('nav.settings')).click()
      await link(t('settings:places.register')).click()
      await title(t('staff-register:title'))
      await expect(region(t('staff-register:ending.title'))).toBeVisible()
      await look('register')
      await button(t('staff-register:add')).click()
      await field(t('staff-register:field.name')).fill(`${example}志愿者二`)
      await look('register-new')
      await button(t('staff-register:save')).click()
      await title(`${example}志愿者二`)
      await button(t('staff-register:training.add')).click()
      await field(t('staff-register:training.name')).fill(`${example}培训`)
      await field(t('staff-register:training.hours')).fill('2.25')
      await look('register-training')
      await button(t('staff-register:save')).click()
      const hours = t('staff-register:hoursText', { hours: '2.25' })
      await expect(region(t('staff-register:training.title'))).toContainText(hours)
      await button(t('staff-register:strike.openOne', { title: `${example}培训` })).click()
      await field(t('staff-register:strike.because')).fill(`${example}记重了`)
      await button(t('staff-register:strike.save')).click()
      await expect(region(t('staff-register:training.title'))).toContainText(`${example}记重了`)
      await look('register-struck')
      await button(t('staff-register:qualifications.add')).click()
      await field(t('staff-register:qualifications.name')).fill(`${example}证书`)
      await field(t('staff-register:qualifications.lastDay')).fill(addDays(today, 20))
      await button(t('staff-register:save')).click()
      await expect(region(t('staff-register:qualifications.title'))).toContainText(`${example}证书`)
      await link(t('staff-register:back')).click()
      await expect(region(t('staff-register:ending.title'))).toContainText(`${example}证书`)
    })
  },
  { onlyLong: true },
)

test.describe('a room that has just begun', () => {
  test('says what each place is for, and offers the first step', async ({ page }, testInfo) => {
    const t = wordingIn('zh-CN')
    const look = lookAt(page, testInfo, 1366)
    const link = (name: string) => page.getByRole('link', { name, exact: true })
    await setUp(page, {
      ...exampleRoom,
      first: { name: '示例咨询师', passphrase: '溪水流过石桥的示例口令' },
    })
    await link(t('nav.activities')).click()
    await expect(page.getByText(t('group-courses:empty.title'))).toBeVisible()
    await look('groups-empty')
    await link(t('activities:places.outreach')).click()
    await expect(page.getByText(t('outreach:empty.title'))).toBeVisible()
    await look('outreach-empty')
    await link(t('nav.settings')).click()
    await link(t('settings:places.register')).click()
    await expect(page.getByText(t('staff-register:empty.title'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('staff-register:add') })).toBeVisible()
    await look('register-empty')
  })
})
