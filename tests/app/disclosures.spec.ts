import { expect, test } from './steps/desk.ts'
import { inOneFile } from './steps/own-file.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'what leaves the room with a name on it: the four lawful exceptions',
  async (on) => {
    const { page, language, t, look, button, link, region } = on
    const { register, tab } = inOneFile(on)
    const disclosures = (key: string, more = {}) => t(`disclosures:${key}`, more)
    const words = (zh: string, en: string) => (language === 'en' ? en : zh)
    const list = region(disclosures('list.title'))
    const choose = (name: string) => list.getByRole('radio', { name, exact: true }).check()
    const recipient = list.getByLabel(disclosures('recipient.label'), { exact: true })
    const told = (field: string) =>
      list.getByRole('checkbox', { name: disclosures(`field.${field}`), exact: true })
    const submit = list.getByRole('button', { name: disclosures('record.submit'), exact: true })
    const begin = async (basis: string) => {
      await list.getByRole('button', { name: disclosures('record.open') }).click()
      await list.getByRole('radio', { name: disclosures(`basis.${basis}.title`) }).check()
    }
    const account = async (to: string, purpose: string) => {
      await recipient.fill(to)
      await list.getByLabel(disclosures('purpose.label'), { exact: true }).fill(purpose)
    }

    await openDemonstration(on)
    await register('示例阿宁', () =>
      page.getByLabel(t('clients:field.birthDate'), { exact: true }).fill('2012-05-01'),
    )

    await test.step('to save a life: at once, with what the rescuers need; the person is told afterwards', async () => {
      await tab('consent')
      await begin('savingLife')
      await expect(told('whereabouts')).toBeChecked()
      await expect(told('notes')).not.toBeChecked()
      await told('notes').check()
      await expect(list.getByText(disclosures('telling.when.afterwards'))).toBeVisible()
      await account(
        words('示例急救中心', 'Example ambulance'),
        words('示例：请派车', 'Example: send an ambulance'),
      )
      await choose(disclosures('telling.notYet'))
      await submit.click()
      await expect(list.getByText(disclosures('more.needed'))).toBeVisible()
      await expect(list.getByText(disclosures('telling.becauseNeeded'), { exact: true })).toBeVisible()
      await look('disclosure-form')
      await told('notes').uncheck()
      await list
        .getByLabel(disclosures('telling.because'))
        .fill(words('示例：还在昏睡', 'Example: still asleep'))
      await submit.click()
      await expect(list).toContainText(words('示例急救中心', 'Example ambulance'))
      await expect(list).toContainText(disclosures('list.owed'))
      await look('disclosure-owed')
      await list.getByRole('button', { name: disclosures('list.tell') }).click()
      await choose(disclosures('telling.told'))
      await list.getByRole('button', { name: disclosures('telling.submit') }).click()
      await expect(list.getByText(disclosures('list.owed'))).toHaveCount(0)
    })

    await test.step('a referral only to a receiver who was agreed to', async () => {
      await begin('consentedReferral')
      await expect(list.getByText(disclosures('recipient.noConsent'))).toBeVisible()
      await look('disclosure-no-consent')
      await list.getByRole('button', { name: t('disclosures:cancel') }).click()
      const agreed = words('示例县医院心理科', 'Example county hospital')
      await button(disclosures('referral.record')).click()
      await page.getByLabel(t('clients:consent.recipient.label')).fill(agreed)
      await page.getByRole('radio', { name: t('clients:consent.by.self'), exact: true }).check()
      await page.getByRole('radio', { name: t('clients:consent.manner.written') }).check()
      await page.getByRole('checkbox', { name: t('clients:consent.gone') }).check()
      await look('referral-consent')
      await button(t('clients:consent.save')).click()
      await expect(region(disclosures('referral.title'))).toContainText(agreed)
      await begin('consentedReferral')
      await choose(agreed)
      await list
        .getByLabel(disclosures('purpose.label'), { exact: true })
        .fill(words('示例：请评估', 'Example: please assess'))
      await choose(disclosures('telling.notTold'))
      await list.getByLabel(disclosures('telling.because')).fill(words('示例：忘了', 'Example: forgot'))
      await submit.click()
      await expect(list.getByRole('alert').getByText(t('refusals:DISCLOSURE_TELL_BEFORE'))).toBeVisible()
      await choose(disclosures('telling.told'))
      await submit.click()
      await expect(list.getByRole('listitem')).toHaveCount(2)
    })

    await test.step('harm to a minor, violence at home: by law, to whom it concerns', async () => {
      for (const basis of ['minorHarm', 'domesticViolence']) {
        await begin(basis)
        await expect(told('suspected')).toBeChecked()
        await expect(list.getByText(disclosures('telling.when.unlessUnsafe'))).toBeVisible()
        await account(
          words('示例派出所', 'Example police'),
          words('示例：依法报告', 'Example: as the law demands'),
        )
        if (basis === 'minorHarm') {
          await choose(disclosures('leave.outside'))
          await submit.click()
          await expect(list.getByText(disclosures('leave.needed'))).toBeVisible()
          await list.getByLabel(disclosures('leave.who')).fill(words('示例主任', 'Example head'))
          await list.getByLabel(disclosures('leave.day')).fill('2026-11-20')
        }
        await choose(disclosures('telling.notTold'))
        await list
          .getByLabel(disclosures('telling.because'))
          .fill(words('示例：会有危险', 'Example: not safe'))
        await submit.click()
        await expect(list).toContainText(disclosures(`basis.${basis}.title`))
      }
      await expect(list.getByRole('listitem')).toHaveCount(4)
      await look('disclosures')
    })

    await test.step('and what was done with their data says so', async () => {
      await link(t('clients:erase.rights')).click()
      const processing = region(t('rights:processing.title'))
      for (const basis of ['savingLife', 'legalDuty', 'consent'])
        await expect(
          processing.getByRole('cell', { name: t(`rights:bases.${basis}`), exact: true }).first(),
        ).toBeVisible()
      await look('rights-processing')
    })
  },
  { onlyLong: true },
)
