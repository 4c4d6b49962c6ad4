import practice from '../../resources/practice-calls.json' with { type: 'json' }
import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'a call to practise on, and what its record shows',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const said = (zh: string, en: string) => (language === 'en' ? en : zh)
    const place = (key: string) =>
      page
        .getByRole('navigation', { name: t('hotline:places.label') })
        .getByRole('link', { name: t(`hotline:places.${key}`), exact: true })
    const first = practice.scenarios[0]?.title[language] ?? ''
    const desk = page.getByRole('form', { name: t('running-call:form') })
    const choice = (field: string, answer: string) =>
      desk.getByRole('radiogroup', { name: t(`call-form:field.${field}`) }).getByRole('radio', {
        name: t(`call-form:${answer}`),
        exact: true,
      })
    const pick = async (field: string, answer: string) => {
      await desk.getByRole('combobox', { name: t(`call-form:field.${field}`) }).click()
      await page.getByRole('option', { name: t(`call-form:${answer}`), exact: true }).click()
    }
    await openDemonstration(on)
    await link(t('nav.hotline')).click()
    await title(t('hotline:title'))

    await test.step('there are ten calls to practise on', async () => {
      await place('practice').click()
      await title(t('practice:title'))
      await expect(page.getByRole('listitem').filter({ has: page.getByRole('heading') })).toHaveCount(10)
      await look('practice')
    })

    await test.step('the talk goes on line by line beside the form', async () => {
      await button(t('practice:beginThis', { title: first })).click()
      await expect(page.getByText(t('practice:desk.notReal', { title: first }))).toBeVisible()
      const talk = region(t('practice:talk.title'))
      await expect(talk.getByRole('listitem')).toHaveCount(1)
      for (let heard = 2; heard < 6; heard += 1) await talk.getByRole('button').click()
      await expect(talk.getByRole('listitem')).toHaveCount(4)
      await expect(talk.getByText(t('practice:talk.earlier', { count: 1 }))).toBeVisible()
      await choice('opening', 'answer.opening.said').check()
      await choice('callerRole', 'callerRole.self').check()
      await desk
        .getByLabel(t('call-form:field.concern'))
        .fill(said('示例：睡不着快一个月', 'Example: no sleep for a month'))
      await look('practice-desk')
    })

    await test.step('what is lacking is said as in a call, and what was typed stays', async () => {
      await button(t('running-call:end')).click()
      await expect(page.getByRole('alert')).toContainText(t('call-form:field.danger'))
      await page.reload()
      await page.getByRole('radio', { name: said('示例咨询师', 'Example counsellor') }).check()
      await page.getByLabel(t('access:lock.passphrase'), { exact: true }).fill('gentle river demo')
      await button(t('access:lock.open')).click()
      await expect(desk.getByLabel(t('call-form:field.concern'))).toHaveValue(/示例|Example/)
    })

    await test.step('afterwards the record is looked over by the checklist', async () => {
      await pick('topics', 'topic.sleep')
      await page.keyboard.press('Escape')
      await choice('danger', 'asked.yes').check()
      await choice('dangerAnswer', 'dangerAnswer.none').check()
      await choice('responseLevel', 'responseLevel.planned').check()
      await pick('disposition', 'disposition.calmerEndedTogether')
      await button(t('running-call:end')).click()
      await title(first)
      const shown = region(t('practice:feedback.title'))
      await expect(shown).toContainText(t('practice:feedback.mark.met'))
      await expect(shown).toContainText(t('practice:feedback.missing'))
      await look('practice-result')
      await button(t('shade.dark')).click()
      await look('practice-result-dark')
      await button(t('shade.dark')).click()
    })

    await test.step('it counts nowhere but here', async () => {
      await link(t('practice:feedback.back')).click()
      await expect(
        page.getByRole('listitem', { name: first }).getByRole('link').filter({ hasText: /\d/ }),
      ).toBeVisible()
      await place('calls').click()
      await title(t('hotline:title'))
      await expect(page.getByText(said('睡不着快一个月', 'no sleep for a month'))).toHaveCount(0)
    })
  },
  { onlyLong: true },
)
