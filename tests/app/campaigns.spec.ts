import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './steps/desk.ts'
import { chooseFile, saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

const survey = {
  title: { 'zh-cn': '示例县秋季调查', en: 'Example autumn survey' },
  elements: [
    {
      type: 'radiogroup',
      name: 'a',
      title: { 'zh-cn': '这个月过得怎么样', en: 'How was this month' },
      isRequired: true,
      choices: [
        { value: 1, text: { 'zh-cn': '好', en: 'Good' } },
        { value: 2, text: { 'zh-cn': '一般', en: 'Fair' } },
        { value: 3, text: { 'zh-cn': '不好', en: 'Poor' } },
      ],
    },
  ],
}

tourInBothLanguages(
  'a county has its rooms ask a survey, and takes their counts in',
  async (tour) => {
    const { page, stick, t, look, button, link, region, title } = tour
    const own = (key: string, more = {}) => t(`campaigns:${key}`, more)
    await openDemonstration(tour)
    const places = async () => {
      await link(t('nav.county')).click()
      await link(t('county-desk:place.campaigns')).click()
      await title(own('title'))
    }
    let offered = ''
    let name = ''

    await test.step('the county signs a survey', async () => {
      await places()
      await look('campaigns-none')
      await button(own('new.title')).first().click()
      await title(own('new.title'))
      const file = join(stick, 'survey.json')
      await writeFile(file, JSON.stringify(survey))
      await chooseFile(page, t('surveys:open.file'), file)
      name = await page.getByLabel(own('new.name')).inputValue()
      await look('campaigns-new')
      await button(own('new.write')).click()
      await title(name)
      offered = await saveTo(stick, page, own('one.save'))
      await look('campaigns-written')
    })

    await test.step('the room asks it, once', async () => {
      await link(t('nav.surveys')).click()
      await button(t('surveys:open.title')).click()
      await chooseFile(page, own('room.choose'), offered)
      await expect(page.getByText(t('surveys:preview.title'))).toBeVisible()
      await look('campaigns-offered')
      await button(t('surveys:open.open')).click()
      await title(name)
      await button(t('surveys:interview.begin')).click()
      for (let person = 1; person <= 12; person++) {
        const choice = page.getByRole('radio').nth(person <= 8 ? 0 : person <= 11 ? 1 : 2)
        // The sheet of the next person takes a moment to come.
        await expect(async () => {
          await choice.check({ force: true })
          await expect(button(t('surveys:interview.keep'))).toBeEnabled({ timeout: 500 })
        }).toPass()
        await button(t('surveys:interview.keep')).click()
        await expect(page.getByText(t('surveys:people', { count: person }))).toBeVisible()
      }
      await link(t('surveys:interview.back')).click()
      await button(t('surveys:running.close')).click()
      await button(t('surveys:running.closeNow')).click()
    })

    let counts = ''
    await test.step('what leaves is shown, and handed in', async () => {
      const panel = region(own('handIn.title'))
      await expect(panel.getByRole('cell', { name: '8', exact: true })).toBeVisible()
      await expect(panel.getByRole('cell', { name: t('charts:withheld') })).toHaveCount(2)
      await look('campaigns-hand-in')
      await panel.getByRole('button', { name: own('handIn.write') }).click()
      counts = await saveTo(stick, page, own('handIn.save'))
      await link(t('nav.surveys')).click()
      await button(t('surveys:open.title')).click()
      await chooseFile(page, own('room.choose'), offered)
      await expect(page.getByText(own('room.known'))).toBeVisible()
    })

    await test.step('the county takes the counts in', async () => {
      await places()
      await chooseFile(page, own('take.choose'), counts)
      await expect(page.getByText(own('take.sound', { count: 12 }))).toBeVisible()
      await look('campaigns-taking-in')
      await button(own('take.take')).click()
      await expect(page.getByRole('row', { name }).getByRole('cell').last()).toHaveText('1')
      await link(name).click()
      await expect(region(own('one.sums')).getByRole('cell', { name: '8', exact: true })).toBeVisible()
      await saveTo(stick, page, own('one.xlsx'))
      await look('campaigns-sums')
    })
  },
  { onlyLong: true },
)
