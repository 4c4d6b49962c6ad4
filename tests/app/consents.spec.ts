import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { expect, test } from './steps/desk.ts'
import { inOneFile } from './steps/own-file.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

const today = () => dayOf(new Date().toISOString())
/** The birthday of somebody who is as old as that. */
const aged = (years: number) => `${Number(today().slice(0, 4)) - years}-01-01`

tourInBothLanguages(
  'a child and their mother: nothing is asked before she agreed',
  async (on) => {
    const { page, t, look, button, link, region, title } = on
    const { register, startAssessment } = inOneFile(on)
    const clients = (key: string) => t(`clients:${key}`)
    const field = (key: string) => page.getByLabel(clients(`field.${key}`), { exact: true })
    const assessment = region(clients('purpose.assessment'))
    const hand = button(t('assessments:start.hand.self'))
    const missing = page.getByText(t('assessments:start.guardianConsentMissing'))

    await openDemonstration(on)

    await test.step('registering somebody under 14 asks for the guardian', async () => {
      await register('示例小满', async () => {
        await expect(page.getByText(clients('field.guardianHint'))).toBeVisible()
        await field('birthDate').fill(aged(9))
        await expect(page.getByText(clients('field.guardianNow'))).toBeVisible()
        await field('guardianName').fill('示例满母')
        await page.getByRole('combobox', { name: clients('field.guardianRelation') }).click()
        await page.getByRole('option', { name: clients('relation.mother') }).click()
        await look('child-register')
      })
      await expect(page.getByText(t('client-details:ask.guardian'))).toHaveCount(0)
    })

    await test.step('an assessment cannot be begun, in whichever way the child would be asked', async () => {
      await startAssessment()
      await expect(missing).toBeVisible()
      await expect(hand).toBeDisabled()
      await look('child-start-before')
      await page.getByRole('radio', { name: t('assessments:way.self.title') }).check()
      await expect(button(t('assessments:start.enter'))).toBeDisabled()
      await link(t('assessments:start.recordConsent')).click()
    })

    await test.step('the mother is read words of her own, on the screen and on paper', async () => {
      await expect(page.getByText(clients('consent.minor'))).toBeVisible()
      await look('child-consent')
      await assessment.getByRole('button', { name: clients('consent.record') }).click()
      const words = on.language === 'en' ? 'your child' : '给监护人'
      await expect(assessment.getByRole('heading', { name: words })).toBeVisible()
      await expect(
        assessment.getByRole('radio', { name: clients('consent.by.self'), exact: true }),
      ).toHaveCount(0)
      await expect(assessment.getByLabel(t('consents:guardian.name'))).toHaveValue('示例满母')
      await expect(
        assessment.getByRole('radio', { name: t('consents:guardian.as.mother'), exact: true }),
      ).toBeChecked()
      await look('child-consent-form')

      await assessment.getByRole('link', { name: clients('consent.print') }).click()
      await title(t('consents:sheet.title'))
      const sheet = page.getByRole('article', { name: t('consents:sheet.title') })
      await expect(sheet).toContainText(t('consents:sheet.line.guardian'))
      await expect(sheet).not.toContainText('示例满母')
      await look('consent-sheet')
      const pages = async () =>
        (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length
      expect(await pages()).toBeLessThanOrEqual(2)
      await page.getByRole('checkbox', { name: t('consents:sheet.large') }).check()
      await look('consent-sheet-large')
      expect(await pages()).toBeLessThanOrEqual(4)
      await link(t('consents:sheet.back')).click()
    })

    await test.step('she agrees, in writing', async () => {
      await assessment.getByRole('button', { name: clients('consent.record') }).click()
      await assessment.getByRole('button', { name: clients('consent.save') }).click()
      await expect(assessment.getByText(clients('consent.goneNeeded'))).toBeVisible()
      await assessment.getByRole('radio', { name: clients('consent.manner.written') }).check()
      await assessment.getByRole('checkbox', { name: clients('consent.gone') }).check()
      await assessment.getByRole('button', { name: clients('consent.save') }).click()
      await expect(assessment.getByText(clients('consent.given'), { exact: true })).toBeVisible()
      await expect(assessment).toContainText('示例满母')
      await look('child-consent-given')
    })

    await test.step('now the child can be asked', async () => {
      await startAssessment()
      await expect(missing).toHaveCount(0)
      await expect(hand).toBeEnabled()
      await page.getByRole('radio', { name: t('assessments:way.self.title') }).check()
      await page.getByRole('main').getByRole('list').getByRole('radio').first().check()
      await button(t('assessments:start.enter')).click()
      await expect(page).toHaveURL(/answers$/)
    })
  },
  { onlyLong: true },
)

tourInBothLanguages(
  'taking a consent back is as easy as giving it, and stops what it says',
  async (on) => {
    const { page, t, look, button, region } = on
    const { register, tab, agree, startAssessment } = inOneFile(on)
    const consents = (key: string, more = {}) => t(`consents:${key}`, more)
    const panel = (purpose: string) => region(t(`clients:purpose.${purpose}`))

    await openDemonstration(on)

    await test.step('somebody agrees to be assessed and to be contacted', async () => {
      await register('示例阿远', () =>
        page.getByLabel(t('clients:field.birthDate'), { exact: true }).fill(aged(35)),
      )
      await tab('consent')
      await look('consent-none')
      for (const purpose of ['assessment', 'casefile', 'followUpContact']) await agree(purpose)
      await look('consent-given')
    })

    await test.step('a follow-up and a re-test are planned', async () => {
      await tab('followUps')
      await button(t('follow-ups:form.open')).click()
      await page.getByLabel(t('follow-ups:form.due'), { exact: true }).fill(addDays(today(), 7))
      await page.getByLabel(t('follow-ups:form.note'), { exact: true }).fill('示例：问问睡眠')
      await button(t('follow-ups:form.save')).click()
      await expect(region(t('follow-ups:left.title'))).toContainText('示例：问问睡眠')
      await page.getByRole('link', { name: t('programme:retest.plan'), exact: true }).click()
      await page
        .getByRole('region', { name: t('programme:picker.title') })
        .getByRole('button')
        .last()
        .click()
      await button(t('programme:plan.save')).click()
      await expect(button(t('programme:retest.end'))).toHaveCount(1)
    })

    await test.step('contact: two presses, and what ends is said before', async () => {
      await tab('consent')
      await panel('followUpContact')
        .getByRole('button', { name: t('clients:consent.withdraw') })
        .click()
      await expect(panel('followUpContact')).toContainText(consents('action.contactClient'))
      await expect(panel('followUpContact')).toContainText(consents('ends.followUps', { count: 1 }))
      await expect(panel('followUpContact')).toContainText(consents('lawful.careGoesOn'))
      await look('withdraw-contact')
      await panel('followUpContact')
        .getByRole('button', { name: consents('withdraw.submit') })
        .click()
      await expect(
        panel('followUpContact').getByText(t('clients:consent.withdrawn'), { exact: true }),
      ).toBeVisible()
      await tab('followUps')
      await expect(region(t('follow-ups:left.title'))).toContainText(t('follow-ups:left.none'))
      await expect(region(t('follow-ups:past.title'))).toContainText(t('follow-ups:past.because.withdrawal'))
      await look('withdrawn-follow-ups')
      await button(t('follow-ups:form.open')).click()
      await expect(page.getByText(t('follow-ups:form.noConsent'))).toBeVisible()
    })

    await test.step('assessments: the plan ends with it, and nothing new is asked', async () => {
      await tab('consent')
      await panel('assessment')
        .getByRole('button', { name: t('clients:consent.withdraw') })
        .click()
      await expect(panel('assessment')).toContainText(consents('ends.retestPlans', { count: 1 }))
      await look('withdraw-assessment')
      await panel('assessment')
        .getByRole('button', { name: consents('withdraw.submit') })
        .click()
      await expect(
        panel('assessment').getByText(t('clients:consent.withdrawn'), { exact: true }),
      ).toBeVisible()
      await expect(button(t('programme:retest.end'))).toHaveCount(0)
      await look('withdrawn-assessment')
      await startAssessment()
      await expect(page.getByText(t('assessments:start.consentMissing'))).toBeVisible()
      await expect(button(t('assessments:start.hand.self'))).toBeDisabled()
    })
  },
  { onlyLong: true },
)
