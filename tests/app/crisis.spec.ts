import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

const today = () => dayOf(new Date().toISOString())

tourInBothLanguages(
  'from a critical answer to a crisis that is looked after, and a safety plan',
  async (on) => {
    const { page, t, look, button, link, region, title } = on
    const words = '示例：当面谈过，家人陪着。'
    const crisis = (key: string, values = {}) => t(`crisis:${key}`, values)
    const enter = (kind: string) =>
      region(crisis('page.enter')).getByRole('button', { name: crisis(`take.${kind}`), exact: true })
    const submit = (kind: string) =>
      page.locator('form').getByRole('button', { name: crisis(`take.${kind}`), exact: true })
    const write = (field: string) => page.getByLabel(crisis(`field.${field}`)).fill(words)

    await openDemonstration(on)

    await test.step('dealing with a critical answer opens a crisis above the file', async () => {
      await link(t('today:act.openAlert')).first().click()
      const alerts = page.getByRole('alert', { name: t('clients:alert.title') })
      await expect(alerts.first()).toBeVisible()
      // Several answers of a visit are one crisis.
      for (let left = await alerts.count(); left > 0; left -= 1) {
        const alert = alerts.first()
        await alert.getByRole('radio', { name: t('clients:alert.asked.confirmed') }).check()
        await alert.getByRole('radio', { name: t('clients:alert.level.atOnce') }).check()
        await alert.getByRole('textbox').fill(words)
        await alert.getByRole('button', { name: t('clients:alert.submit') }).click()
        await expect(alerts).toHaveCount(left - 1)
      }
      await expect(region(crisis('strip.label'))).toHaveCount(1)
      await look('crisis-strip')
      await region(crisis('strip.label'))
        .getByRole('link', { name: crisis('strip.act') })
        .click()
      await title(crisis('page.title'))
      await look('crisis')
    })

    await test.step('every step is entered, and stays', async () => {
      await expect(region(crisis('closing.title'))).toContainText(t('refusals:FOLLOW_UPS_LEFT', { left: 5 }))
      await enter('explored').click()
      await look('crisis-explored')
      await page
        .getByRole('radiogroup', { name: crisis('question.ideation') })
        .getByRole('radio', { name: crisis('answer.yes'), exact: true })
        .check()
      await submit('explored').click()
      await expect(region(crisis('history.title'))).toContainText(crisis('take.explored'))

      await enter('acted').click()
      await page.getByRole('radio', { name: crisis('what.familyInformed'), exact: true }).check()
      await write('note')
      await submit('acted').click()
      const actions = region(crisis('actions.title'))
      await expect(actions).toContainText(crisis('state.done'))
      const advance = crisis('actions.advance', {
        what: crisis('what.familyInformed'),
        step: crisis('actions.verified'),
      })
      await actions.getByRole('button', { name: advance }).click()
      await write('note')
      await actions
        .locator('form')
        .getByRole('button', { name: crisis('actions.verified'), exact: true })
        .click()
      await expect(actions).toContainText(crisis('state.verified'))

      await enter('followedUp').click()
      await expect(page.getByText(crisis('field.tooEarly', { at: '' }).trim().slice(0, 6))).toBeVisible()
      await button(crisis('cancel')).click()
      await enter('followUpAdded').click()
      await page.getByLabel(crisis('field.added.day'), { exact: true }).fill(addDays(today(), 2))
      await page.getByLabel(crisis('field.added.time'), { exact: true }).fill('10:00')
      await write('because')
      await look('crisis-follow-up-added')
      await submit('followUpAdded').click()
      await expect(region(crisis('closing.title'))).toContainText(t('refusals:FOLLOW_UPS_LEFT', { left: 6 }))
      await enter('handedOver').click()
      await expect(page.getByText(crisis('field.toNobody'))).toBeVisible()
      await look('crisis-hand-over')
      await button(crisis('cancel')).click()

      await enter('closed').click()
      await write('because')
      await submit('closed').click()
      await expect(
        page.getByText(t('refusals:ACTIONS_NOT_VERIFIED', { needed: 2, verified: 1 })).first(),
      ).toBeVisible()
      await look('crisis-not-closed')
      await button(crisis('cancel')).click()
    })

    await test.step('a supervisor outside is named where no other can sign in; then it can be closed', async () => {
      await enter('approved').click()
      await page.getByLabel(crisis('field.name')).fill('示例督导')
      await page.getByLabel(crisis('field.day'), { exact: true }).fill(today())
      await write('approveNote')
      await submit('approved').click()
      await expect(region(crisis('closing.title'))).toContainText(crisis('closing.clear'))
      await look('crisis-approved')
    })

    await test.step('a safety plan is written together and printed on one page, large print too', async () => {
      await link(crisis('page.safetyPlan')).click()
      const first = page.getByRole('link', { name: crisis('plan.make') })
      await expect(first.or(link(crisis('plan.rewrite')))).toBeVisible()
      await look('safety-plan-empty')
      await first.or(link(crisis('plan.rewrite'))).click()
      await title(crisis('plan.title'))
      await button(crisis('plan.save')).click()
      await expect(page.getByText(crisis('plan.lineNeeded'))).toBeVisible()
      await page
        .getByLabel(new RegExp(crisis('plan.step.warningSigns')))
        .fill('示例：整夜睡不着\n示例：不想见人')
      await page.getByLabel(crisis('plan.contactName'), { exact: true }).fill('示例镇心理咨询室')
      await page.getByLabel(crisis('plan.contactPhone'), { exact: true }).fill('000-0000')
      await look('safety-plan-form')
      await button(crisis('plan.save')).click()
      await expect(page.getByText(crisis('plan.notGiven'))).toBeVisible()
      await look('safety-plan')
      await link(crisis('plan.print')).click()
      await title(crisis('sheet.title'))
      await look('safety-plan-sheet')
      await page.getByRole('checkbox', { name: crisis('sheet.large') }).check()
      await look('safety-plan-sheet-large')
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
      await button(crisis('sheet.give')).click()
      await expect(page.getByText(crisis('sheet.given'))).toBeVisible()
    })

    await test.step('closed crises stay, each with what happened', async () => {
      await link(crisis('sheet.back')).click()
      await region(crisis('strip.label'))
        .getByRole('link', { name: crisis('strip.act') })
        .click()
      await enter('closed').click()
      await write('because')
      await submit('closed').click()
      await expect(region(crisis('closing.title'))).toContainText(crisis('closing.closed'))
      await expect(region(crisis('strip.label'))).toHaveCount(0)
      await link(crisis('page.all')).click()
      await title(crisis('list.title'))
      await expect(region(crisis('list.title'))).toContainText(crisis('list.closed'))
      await expect(region(crisis('list.begin'))).toBeVisible()
      await look('crises')
    })

    await test.step('a call of somebody with a file begins one there, and leads back to the call', async () => {
      const fileNumber = (await page.locator('h1').first().textContent())?.match(/\d{4}-\d{4}/)?.[0] ?? ''
      await link(t('nav.hotline')).click()
      await title(t('hotline:title'))
      await page.getByRole('combobox', { name: t('callers:search.kind') }).click()
      await page.getByTitle(t('hotline:callType.suicideRisk'), { exact: true }).last().click()
      await page.getByRole('table').getByRole('link').last().click()
      const begin = region(t('call-record:crisis.title'))
      await begin.getByRole('button', { name: t('call-record:crisis.begin') }).click()
      await expect(begin.getByText(t('call-record:crisis.clientNeeded'))).toBeVisible()
      await begin.getByRole('combobox').fill(fileNumber)
      await page.getByRole('option', { name: fileNumber }).click()
      await look('call-with-file')
      await begin.getByRole('button', { name: t('call-record:crisis.begin') }).click()
      await title(crisis('page.title'))
      await expect(region(crisis('history.title'))).toContainText(crisis('history.call'))
      await link(crisis('history.seeCall')).click()
      await expect(begin).toBeVisible()
    })
  },
)
