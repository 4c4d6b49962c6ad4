import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages(
  'a referral that comes back, follow-ups, and closing a file',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const words = (zh: string, en: string) => (language === 'en' ? en : zh)
    const receiver = words('示例医院心理科', 'Example Hospital')
    const said = words('示例：好些了', 'Example: better')
    const tab = (name: string) =>
      page
        .getByRole('navigation', { name: t('clients:tabs.label') })
        .getByRole('link', { name: t(`clients:tabs.${name}`), exact: true })
        .click()
    const agrees = async () => {
      await page.getByRole('radio', { name: t('clients:consent.by.self'), exact: true }).check()
      await page.getByRole('radio', { name: t('clients:consent.manner.written') }).check()
      await page.getByRole('checkbox', { name: t('clients:consent.gone') }).check()
      await button(t('clients:consent.save')).click()
    }
    const act = (step: string) =>
      page.getByRole('button', { name: t('referrals:act.of', { act: t(`referrals:act.${step}`), receiver }) })

    await openDemonstration(on)

    await test.step('somebody is registered who agrees to be contacted', async () => {
      await page.goto('/#/clients/new')
      await page.getByLabel(t('clients:field.name'), { exact: true }).fill('示例转介人')
      await page.getByLabel(t('clients:field.birthDate')).fill('1980-05-01')
      await button(t('clients:register.submit')).click()
      await tab('consent')
      const contact = region(t('clients:purpose.followUpContact'))
      await contact.getByRole('button', { name: t('clients:consent.record') }).click()
      await agrees()
      await expect(contact.getByText(t('clients:consent.given'), { exact: true })).toBeVisible()
    })

    await test.step('a referral is written, and waits for consent to its receiver', async () => {
      await tab('referrals')
      await look('referrals-empty')
      await button(t('referrals:new')).click()
      await page.getByRole('combobox', { name: t('referrals:form.kind') }).click()
      await page.getByRole('option', { name: t('referrals:receiver.kinds.hospital') }).click()
      await page.getByLabel(t('referrals:form.receiver')).fill(receiver)
      await page
        .getByLabel(t('referrals:form.question'))
        .fill(words('示例：请评估', 'Example: please assess'))
      await look('referral-form')
      await button(t('referrals:form.save')).click()
      await act('sent').click()
      await page.getByRole('radio', { name: t('referrals:send.ways.slip') }).check()
      await page.getByRole('radio', { name: t('disclosures:telling.told'), exact: true }).check()
      await look('referral-send-no-consent')
      await button(t('referrals:send.submit')).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
      await link(t('referrals:consent.record')).click()
      await button(t('disclosures:referral.record')).click()
      await page.getByLabel(t('clients:consent.recipient.label')).fill(receiver)
      await agrees()
      await expect(region(t('disclosures:referral.title'))).toContainText(receiver)
    })

    await test.step('it is sent, printed, accepted by a named person, answered, and the client is back', async () => {
      await tab('referrals')
      await act('sent').click()
      await page.getByRole('radio', { name: t('referrals:send.ways.slip') }).check()
      await look('referral-send')
      await button(t('referrals:send.submit')).click()
      await expect(region(receiver)).toContainText(t('referrals:state.sent'))
      await link(t('referrals:act.slip')).click()
      await title(t('referrals:slip.title'))
      await expect(page.getByRole('article')).toContainText(receiver)
      await look('referral-slip')
      await link(t('referrals:slip.back')).click()
      await act('accepted').click()
      await page.getByLabel(t('referrals:event.accepted.who')).fill(words('示例医生', 'Example doctor'))
      await look('referral-accepted')
      await button(t('referrals:event.save')).click()
      await act('seen').click()
      await button(t('referrals:event.save')).click()
      await act('feedback').click()
      await page.getByLabel(t('referrals:event.feedback.who')).fill(words('示例医生', 'Example doctor'))
      await page.getByLabel(t('referrals:event.feedback.text')).fill(said)
      await button(t('referrals:event.save')).click()
      await act('returned').click()
      await page.getByLabel(t('referrals:event.returned.text')).fill(said)
      await button(t('referrals:event.save')).click()
      await expect(region(receiver)).toContainText(t('referrals:state.closed'))
      await look('referral-closed')
    })

    await test.step('what was told stands among what was handed out', async () => {
      await tab('consent')
      await expect(region(t('disclosures:list.title'))).toContainText(receiver)
    })

    await test.step('another goes as a file that only its receiver can open', async () => {
      await tab('referrals')
      await button(t('referrals:new')).click()
      await page.getByRole('combobox', { name: t('referrals:form.kind') }).click()
      await page.getByRole('option', { name: t('referrals:receiver.kinds.hospital') }).click()
      await button(receiver).click()
      await page
        .getByLabel(t('referrals:form.question'))
        .fill(words('示例：请复查', 'Example: please see again'))
      await button(t('referrals:form.save')).click()
      await act('sent').click()
      await page.getByRole('radio', { name: t('referrals:send.ways.file') }).check()
      await look('referral-send-file')
      await button(t('referrals:cancel')).click()
      await act('withdrawn').click()
      await page.getByLabel(t('referrals:event.withdrawn.text')).fill(said)
      await button(t('referrals:event.save')).click()
    })

    await test.step('a follow-up is planned, entered, tried again, and cancelled', async () => {
      await tab('followUps')
      await look('follow-ups-empty')
      const plan = async () => {
        await button(t('follow-ups:form.open')).click()
        const inAMonth = addDays(dayOf(new Date().toISOString()), 30)
        await page.getByLabel(t('follow-ups:form.due'), { exact: true }).fill(inAMonth)
        await page.getByLabel(t('follow-ups:form.note'), { exact: true }).fill(said)
        await look('follow-up-form')
        await button(t('follow-ups:form.save')).click()
      }
      await plan()
      const left = region(t('follow-ups:left.title'))
      await left
        .getByRole('button')
        .filter({ hasText: t('follow-ups:result.open') })
        .click()
      await page.getByRole('radio', { name: t('follow-ups:mode.phone') }).check()
      await page.getByRole('radio', { name: t('follow-ups:reached.notReached') }).check()
      await page.getByLabel(t('follow-ups:result.entry'), { exact: true }).fill(said)
      await look('follow-up-result')
      await button(t('follow-ups:result.save')).click()
      await expect(region(t('follow-ups:past.title'))).toContainText(t('follow-ups:reached.notReached'))
      await left
        .getByRole('button')
        .filter({ hasText: t('follow-ups:cancelling.open') })
        .click()
      await page.getByLabel(t('follow-ups:cancelling.reason')).fill(said)
      await button(t('follow-ups:cancelling.save')).click()
      await expect(left).toContainText(t('follow-ups:left.none'))
      await look('follow-ups')
    })

    await test.step('the file is closed with an outside supervisor, marked, and opened again', async () => {
      await tab('closure')
      await page.getByRole('combobox', { name: t('closure:propose.reason') }).click()
      await page.getByRole('option', { name: t('closure:reason.goalsReached') }).click()
      await page
        .getByLabel(t('closure:propose.summary'))
        .fill(words('示例：睡眠好转，回到工作', 'Example: sleeps again'))
      await look('closure-proposal')
      await button(t('closure:propose.save')).click()
      await look('closure-waiting')
      await button(t('closure:answer.approveOutside')).click()
      await page.getByLabel(t('closure:answer.name')).fill(words('示例督导', 'Example supervisor'))
      await page.getByLabel(t('closure:answer.day')).fill(dayOf(new Date().toISOString()))
      await look('closure-approve')
      await button(t('closure:answer.close')).click()
      await expect(region(t('closure:history.title'))).toContainText(words('示例督导', 'Example supervisor'))
      await look('closure-closed')
      await page.goto('/#/clients')
      await expect(page.getByRole('table').getByText(t('clients:fileState.closed'))).toHaveCount(1)
      await page
        .getByRole('row', { name: t('clients:fileState.closed') })
        .getByRole('link')
        .first()
        .click()
      await tab('closure')
      await page.getByLabel(t('closure:reopen.because')).fill(said)
      await button(t('closure:reopen.save')).click()
      await expect(button(t('closure:propose.save'))).toBeVisible()
    })
  },
  { onlyLong: true },
)
