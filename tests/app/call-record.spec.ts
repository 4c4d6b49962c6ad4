import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'a call after it ended: looked after, reviewed, and put into a file',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const words = language === 'en' ? 'Example: written as it was.' : '示例：照实记下。'
    const own = (key: string, values = {}) => t(`call-record:${key}`, values)
    const enter = (kind: string) =>
      region(own('enter.title')).getByRole('button', { name: own(`take.${kind}`), exact: true })
    const form = page.locator('form.crisis-step-form')
    const submit = (kind: string) =>
      form.getByRole('button', { name: own(`take.${kind}`), exact: true }).click()
    const choose = async (label: string, option: string) => {
      await page.getByRole('combobox', { name: label }).click()
      await page.getByTitle(option, { exact: true }).last().click()
    }
    const history = region(own('history.title'))

    await openDemonstration(on)

    await test.step('what is still to be done stands above everything else', async () => {
      await link(t('nav.hotline')).click()
      await page.getByRole('checkbox', { name: t('callers:search.unsettled') }).check()
      await choose(t('callers:search.kind'), t('hotline:callType.suicideRisk'))
      await page
        .getByRole('table')
        .getByRole('link', { name: /\d\d:\d\d/ })
        .first()
        .click()
      await expect(region(own('waits.title')).getByRole('listitem').first()).toBeVisible()
      await look('call-record')
      await button(t('shade.dark')).click()
      await look('call-record-dark')
      await button(t('shade.dark')).click()
    })

    await test.step('what is done afterwards is entered step by step', async () => {
      await enter('acted').click()
      await submit('acted')
      await expect(page.getByText(own('field.whatNeeded'))).toBeVisible()
      await choose(own('field.what'), t('call-form:action.ambulance120'))
      await page.getByLabel(own('field.person'), { exact: true }).fill(words)
      await page.getByLabel(own('field.result'), { exact: true }).fill(words)
      await page.getByRole('radio', { name: own('ground.emergency') }).check()
      await look('call-record-acted')
      await submit('acted')
      const told = region(own('told.title'))
      await expect(told).toContainText(own('ground.emergency'))
      const actions = region(own('actions.title'))
      const verify = t('crisis:actions.advance', {
        what: t('call-form:action.ambulance120'),
        step: t('crisis:actions.verified'),
      })
      await actions.getByRole('button', { name: verify }).last().click()
      await actions
        .locator('form')
        .getByRole('button', { name: t('crisis:actions.verified') })
        .click()
      await expect(history).toContainText(t('call-form:actionState.verified'))
      await expect(region(own('waits.title'))).toContainText(t('refusals:CALL_DISCLOSURE_MISSING'))
    })

    await test.step('what was told without consent is put down: no more than saving a life takes', async () => {
      await enter('disclosed').click()
      await page.getByRole('radio', { name: new RegExp(t('disclosures:basis.savingLife.title')) }).check()
      await page.getByLabel(t('disclosures:recipient.label'), { exact: true }).fill('120')
      await page.getByLabel(t('disclosures:purpose.label'), { exact: true }).fill(words)
      await page.getByRole('radio', { name: t('disclosures:telling.told'), exact: true }).check()
      await look('call-record-told')
      await submit('disclosed')
      await expect(history).toContainText(own('history.disclosed', { recipient: '120' }))
      await expect(region(own('waits.title'))).not.toContainText(t('refusals:CALL_DISCLOSURE_MISSING'))
    })

    await test.step('follow-ups are planned anew, a colleague gets the call, a supervisor is asked for', async () => {
      await enter('planned').click()
      await page.getByLabel(own('field.because'), { exact: true }).fill(words)
      await look('call-record-follow-ups')
      await submit('planned')
      await expect(history).toContainText(own('history.planned'))
      await enter('escalated').click()
      await page.getByLabel(own('field.because'), { exact: true }).fill(words)
      await submit('escalated')
      await expect(history).toContainText(own('take.escalated'))
      const alert = page.getByRole('alert', { name: own('alert.label') })
      await link(t('nav.today')).click()
      await expect(alert).toContainText(words)
      await look('call-alert')
      await button(t('shade.dark')).click()
      await look('call-alert-dark')
      await button(t('shade.dark')).click()
      await alert
        .getByRole('link', { name: own('alert.open') })
        .first()
        .click()
      await enter('added').click()
      await page.getByLabel(own('field.added'), { exact: true }).fill(words)
      await submit('added')
      await expect(history).toContainText(own('history.added'))
      await enter('handedOver').click()
      await look('call-record-hand-over')
      await button(own('cancel')).click()
    })

    await test.step('a supervisor looks at it point by point', async () => {
      await enter('reviewed').click()
      await look('call-review')
      await button(t('shade.dark')).click()
      await look('call-review-dark')
      await button(t('shade.dark')).click()
      const groups = form.getByRole('radiogroup')
      for (let place = 0; place < (await groups.count()); place += 1)
        await groups
          .nth(place)
          .getByRole('radio', { name: own('review.mark.met'), exact: true })
          .check()
      await page.getByLabel(own('review.advice'), { exact: true }).fill(words)
      await button(own('review.save')).click()
      await expect(history).toContainText(own('history.reviewed'))
      await look('call-record-reviewed')
    })

    await test.step('what was agreed goes into a file', async () => {
      await enter('transferred').click()
      await page.getByRole('radio', { name: own('transfer.agreed'), exact: true }).check()
      for (const part of ['person', 'danger'])
        await page.getByRole('checkbox', { name: own(`transfer.part.${part}`), exact: true }).check()
      await page.getByLabel(own('transfer.said'), { exact: true }).fill(words)
      await look('call-transfer')
      await button(own('transfer.send')).click()
      await expect(history).toContainText(own('history.transferred'))
      await link(own('back')).click()
      await page
        .getByRole('navigation', { name: t('hotline:places.label') })
        .getByRole('link', { name: t('hotline:places.transfers'), exact: true })
        .click()
      await title(own('transfers.title'))
      const panel = page.locator('section.panel').last()
      await expect(panel).toContainText(words)
      await panel.getByRole('radio', { name: own('transfers.new'), exact: true }).check()
      const called = panel.getByLabel(own('transfers.called'), { exact: true })
      if (await called.isEnabled()) await called.fill('示例来电人')
      await panel.getByLabel(own('transfers.said'), { exact: true }).fill(words)
      await look('call-transfers')
      await button(t('shade.dark')).click()
      await look('call-transfers-dark')
      await button(t('shade.dark')).click()
      await panel.getByRole('button', { name: own('transfers.take'), exact: true }).click()
      await title(t('crisis:page.title'))
      await expect(region(t('crisis:history.title'))).toContainText(words)
      await look('crisis-from-call')
    })
  },
  { onlyLong: true },
)
