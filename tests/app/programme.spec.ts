import { readFile } from 'node:fs/promises'
import { expect, test } from './steps/desk.ts'
import { saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'batteries, re-tests, results of paper forms, and what is handed out',
  async (on) => {
    const { page, stick, language, t, look, button, link, region, title } = on
    const name = language === 'en' ? 'Example battery' : '示例套餐'

    await openDemonstration(on)

    await test.step('a proposed battery is adopted, changed and retired', async () => {
      await page.goto('/#/catalogue/batteries')
      await title(t('programme:title'))
      await look('batteries')
      await region(t('programme:proposed')).getByRole('button').first().click()
      await page.getByLabel(t('programme:form.name')).fill(name)
      await look('battery-form')
      await button(t('programme:form.save')).click()
      await expect(region(t('programme:inUse')).getByRole('heading', { name })).toBeVisible()
      await button(t('programme:changeOne', { name })).click()
      await page.getByLabel(t('programme:form.everyWeeks')).fill('6')
      await button(t('programme:form.save')).click()
      await expect(region(t('programme:inUse'))).toContainText(t('programme:repeated', { count: 6 }))
      await button(t('programme:retireOne', { name })).click()
      await expect(region(t('programme:retired')).getByRole('heading', { name })).toBeVisible()
      await look('batteries-retired')
    })

    await test.step('what is due again stands on the board, and starts from the file', async () => {
      await link(t('nav.today')).click()
      await link(t('today:act.retestDue')).first().click()
      await expect(region(t('programme:retest.title'))).toBeVisible()
      await look('client-retest')
      await page
        .getByRole('paragraph')
        .filter({ hasText: t('programme:retest.dueNow', { titles: '' }).trim() })
        .getByRole('link')
        .click()
      await title(t('assessments:start.title'))
      await expect(page.getByRole('checkbox', { name: /PHQ-9/ })).toBeChecked()
      await expect(page.getByRole('checkbox', { name: /GAD-7/ })).toBeChecked()
      await look('assessment-start-retest')
      await page.goBack()
    })

    await test.step('a re-test is planned from a battery, and ended with a reason', async () => {
      await link(t('programme:retest.plan')).click()
      await title(t('programme:plan.title'))
      await button(t('programme:plan.save')).click()
      await expect(page.getByText(t('programme:plan.instrumentsNeeded'))).toBeVisible()
      await page
        .getByRole('region', { name: t('programme:picker.title') })
        .getByRole('button')
        .last()
        .click()
      await look('retest-plan')
      await button(t('programme:plan.save')).click()
      const plans = region(t('programme:retest.title'))
      await expect(plans.getByRole('button', { name: t('programme:retest.end') })).toHaveCount(2)
      await plans
        .getByRole('button', { name: t('programme:retest.end') })
        .first()
        .click()
      await page.getByLabel(t('programme:end.reason')).fill(language === 'en' ? 'Example' : '示例')
      await look('retest-end')
      await button(t('programme:end.submit')).click()
      await expect(plans.getByText(t('programme:retest.ended', { count: 1 }))).toBeVisible()
      await expect(plans.getByRole('button', { name: t('programme:retest.end') })).toHaveCount(1)
    })

    await test.step('the result of a paper form is entered, and corrected', async () => {
      await link(t('clients:tabs.assessments')).click()
      await link(t('paper-scores:list.enter')).click()
      await title(t('paper-scores:enter.title'))
      await page.getByRole('combobox', { name: t('paper-scores:enter.which') }).fill('ISI')
      await page.getByRole('option', { name: /ISI/ }).click()
      await page.getByLabel(t('paper-scores:field.day')).fill('2026-01-05')
      const total = page.getByLabel(language === 'en' ? 'Total' : '总分')
      await total.fill('29')
      await page.getByLabel(t('paper-scores:field.source')).fill('示例医院')
      await page.getByLabel(t('paper-scores:field.scoredBy')).fill('示例医生')
      await button(t('paper-scores:save')).click()
      await expect(page.getByText(t('paper-scores:range.outside', { min: 0, max: 28 }))).toBeVisible()
      await look('paper-score')
      await total.fill('12')
      await button(t('paper-scores:save')).click()
      const results = region(t('paper-scores:list.title'))
      await expect(results.getByRole('row', { name: /ISI.*12 \/ 28/ })).toContainText(
        t('paper-scores:byHand'),
      )
      await results.getByRole('link', { name: /ISI/ }).first().click()
      await title(t('paper-scores:enter.correct'))
      await page.getByLabel(t('paper-scores:field.reason')).fill('示例：看错了')
      await total.fill('21')
      await button(t('paper-scores:saveCorrection')).click()
      await expect(results.getByRole('row', { name: /ISI.*21 \/ 28/ })).toBeVisible()
      await results.getByText(t('paper-scores:corrected.title', { count: 1 })).click()
      await expect(results.getByRole('listitem')).toContainText('12 / 28')
      await look('paper-scores')
    })

    await test.step('a result that speaks of suicide is an alert above the file', async () => {
      await link(t('paper-scores:list.enter')).click()
      await page.getByRole('combobox', { name: t('paper-scores:enter.which') }).fill('C-SSRS')
      await page.getByRole('option', { name: /C-SSRS/ }).click()
      await page.getByLabel(t('paper-scores:field.day')).fill('2026-01-05')
      await page.getByRole('spinbutton').fill('3')
      await page.getByRole('radio').first().check()
      await page.getByLabel(t('paper-scores:field.source')).fill('示例医院')
      await page.getByLabel(t('paper-scores:field.scoredBy')).fill('示例医生')
      await look('paper-score-codes')
      await button(t('paper-scores:save')).click()
      await expect(page.getByRole('alert', { name: t('clients:alert.title') })).toContainText(/C-SSRS/)
      await look('paper-score-alert')
    })

    await test.step('a referral needs consent to its receiver; then the file is written and on record', async () => {
      const receiver = language === 'en' ? 'Example Hospital' : '示例医院心理科'
      const purpose = language === 'en' ? 'Example: further assessment' : '示例：进一步评估'
      await page.getByRole('table').first().getByRole('link').first().click()
      await button(t('disclosures:export.open')).click()
      await page.getByRole('radio', { name: t('disclosures:basis.consentedReferral.title') }).check()
      await expect(page.getByText(t('disclosures:recipient.noConsent'))).toBeVisible()
      await look('export-no-consent')
      await link(t('disclosures:recipient.recordConsent')).click()

      await button(t('disclosures:referral.record')).click()
      await page.getByLabel(t('clients:consent.recipient.label')).fill(receiver)
      await page.getByRole('radio', { name: t('clients:consent.manner.written') }).check()
      await page.getByRole('checkbox', { name: t('clients:consent.gone') }).check()
      await look('referral-consent')
      await button(t('clients:consent.save')).click()
      await expect(region(t('disclosures:referral.title'))).toContainText(receiver)

      await link(t('clients:tabs.assessments')).click()
      await page.getByRole('table').first().getByRole('link').first().click()
      // What was begun before the consent was recorded is still there.
      await expect(
        page.getByRole('radio', { name: t('disclosures:basis.consentedReferral.title') }),
      ).toBeChecked()
      await page.getByRole('radio', { name: receiver }).check()
      await page.getByLabel(t('disclosures:purpose.label')).fill(purpose)
      await page.getByRole('radio', { name: t('disclosures:telling.told'), exact: true }).check()
      await look('export')
      await button(t('disclosures:export.submit')).click()
      await expect(page.getByText(t('disclosures:export.recorded'))).toBeVisible()
      const path = await saveTo(stick, page, t('disclosures:export.save'))
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
        resourceType: 'QuestionnaireResponse',
        subject: { display: expect.stringContaining('示例') },
      })
      await look('exported')
      await link(t('assessments:result.all')).click()
      await link(t('clients:tabs.consent')).click()
      await expect(region(t('disclosures:list.title'))).toContainText(purpose)
      await look('disclosures')
    })
  },
  { onlyLong: true },
)
