import { expect, test } from './steps/desk.ts'
import { inOneFile } from './steps/own-file.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

/** As a field for a moment has it, in the zone of the tour. */
const ago = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16)

tourInBothLanguages(
  'a child comes to harm: led through the report while the clock runs',
  async (on) => {
    const { page, language, t, look, button, link, region, title } = on
    const { register, tab } = inOneFile(on)
    const reports = (key: string, more = {}) => t(`mandatory-reports:${key}`, more)
    const words = (zh: string, en: string) => (language === 'en' ? en : zh)
    const choose = (field: string, value: string) =>
      page
        .getByRole('radiogroup', { name: reports(`field.${field}.label`) })
        .getByRole('radio', { name: reports(`field.${field}.${value}`), exact: true })
        .check()
    const write = (field: string, text: string) =>
      page.getByLabel(reports(`field.${field}.label`), { exact: true }).fill(text)
    const submit = (step: string) =>
      page
        .locator('form')
        .getByRole('button', { name: reports(`step.${step}.submit`) })
        .click()
    const led = (step: string) =>
      expect(region(reports('step.next', { title: reports(`step.${step}.title`) }))).toBeVisible()
    const soFar = region(reports('soFar'))

    await openDemonstration(on)

    await test.step('no report yet', async () => {
      await page.goto('/#/mandatory-reports')
      await title(reports('title'))
      await look('reports-empty')
    })

    await test.step('begun from the file; the duties follow from what is known', async () => {
      await register('示例阿穗', () =>
        page.getByLabel(t('clients:field.birthDate'), { exact: true }).fill('2016-05-01'),
      )
      await tab('consent')
      await link(t('clients:harm.open')).click()
      await title(reports('open.title'))
      await expect(page.getByRole('checkbox', { name: reports('duty.minorHarm') })).toBeChecked()
      await expect(page.getByRole('checkbox', { name: reports('duty.domesticViolence') })).toBeChecked()
      await page.getByRole('radio', { name: reports('inFamily.false'), exact: true }).check()
      await expect(page.getByRole('checkbox', { name: reports('duty.domesticViolence') })).not.toBeChecked()
      await page.getByLabel(reports('open.learnedAt')).fill(ago(90))
      await look('report-open')
      await button(reports('open.submit')).click()
      await title(new RegExp(reports('duty.minorHarm')))
      await expect(page.getByText(/◐/)).toBeVisible()
      await look('report-noticed')
    })

    await test.step('it stands on the board until the report is made', async () => {
      await link(t('nav.today')).click()
      await expect(page.getByRole('main')).toContainText(t('today:kind.mandatoryReport'))
      await look('report-on-board')
      await page.goBack()
    })

    await test.step('safety first, then the facts apart from what one makes of them', async () => {
      await led('safetySeen')
      await submit('safetySeen')
      await expect(page.getByText(reports('field.choose')).first()).toBeVisible()
      await choose('danger', 'notNow')
      await write('done', words('示例：孩子在老师身边', 'Example: the child is with a teacher'))
      await submit('safetySeen')
      await led('described')
      await page.getByRole('checkbox', { name: reports('field.signs.injury'), exact: true }).check()
      await choose('source', 'theirOwnWords')
      await write(
        'facts',
        words(
          '示例：手臂上有几处青紫，孩子说是被打的',
          'Example: bruises on the arm, beaten, the child says',
        ),
      )
      await choose('suspected', 'known')
      await look('report-described')
      await submit('described')
      await led('dutyFound')
      await look('report-duty')
    })

    await test.step('reported; what was told stands among what was handed out', async () => {
      await write('because', words('示例：有伤，孩子自己说的', 'Example: injured, and the child says so'))
      await submit('dutyFound')
      await led('reported')
      await choose('office', 'police')
      await write('person', words('示例警官', 'Example officer'))
      await choose('way', 'phone')
      await page.getByRole('checkbox', { name: reports('field.fields.phone'), exact: true }).uncheck()
      await choose('telling', 'told')
      await look('report-made')
      await submit('reported')
      await expect(page.getByText(reports('clock.made'))).toBeVisible()
      await led('familyTold')
    })

    await test.step('closed only when it was said whether the family knows', async () => {
      await button(reports('step.closed.title')).click()
      await write('because', words('示例：民政接手', 'Example: others look after it'))
      await submit('closed')
      await expect(page.getByText(t('refusals:REPORT_TELLING_NOT_SAID'))).toBeVisible()
      await look('report-not-closed')
      await button(reports('step.familyTold.title')).click()
      await choose('told', 'notTold')
      await write('because', words('示例：先由警方安排', 'Example: the police arrange it'))
      await submit('familyTold')
      await led('closed')
      await write('because', words('示例：民政接手', 'Example: others look after it'))
      await submit('closed')
      await expect(soFar).toContainText(words('示例：民政接手', 'Example: others look after it'))
      await look('report-closed')
      await link(reports('toFile')).click()
      await tab('consent')
      await expect(region(t('disclosures:list.title'))).toContainText(words('示例警官', 'Example officer'))
    })

    await test.step('about somebody without a file, too late: said so, and it can still be reported first', async () => {
      await page.goto('/#/mandatory-reports/new')
      await title(reports('open.title'))
      await page
        .getByLabel(reports('open.about'), { exact: true })
        .fill(words('示例：村口的孩子', 'Example: a child'))
      await page.getByRole('radio', { name: reports('age.minor'), exact: true }).check()
      await page.getByLabel(reports('open.learnedAt')).fill(ago(200))
      await look('report-open-no-file')
      await button(reports('open.submit')).click()
      await title(new RegExp(reports('noFile')))
      await look('report-late')
      await button(reports('step.reported.title')).click()
      await choose('office', 'police')
      await write('person', words('示例警官', 'Example officer'))
      await choose('way', 'phone')
      await submit('reported')
      await led('safetySeen')
      await link(reports('title')).click()
      await title(reports('title'))
      await look('reports')
    })
  },
  { onlyLong: true },
)
