import { acceptCard, setUp } from './steps/administrator.ts'
import { goToPlace, importFile } from './steps/coordinator.ts'
import { otherDesk, passOn } from './steps/county-below.ts'
import { complaintsOf, expect, test } from './steps/desk.ts'
import { chooseFile, saveTo } from './steps/files.ts'
import { lookAt } from './steps/look.ts'
import { otherRoom } from './steps/other-room.ts'
import { wordingIn } from './steps/wording.ts'

const coordinator = { name: '示例统计员', passphrase: 'lantern orchard seven bridges' }
const city = { kind: 'county', name: '示例市社会心理服务中心', code: '990100', first: coordinator } as const
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** The month before this one, as `2026-10` and as the screens name it. */
const lastMonth = (): { code: string; text: (language: string) => string } => {
  const day = new Date(`${today.slice(0, 7)}-01T12:00:00Z`)
  day.setUTCMonth(day.getUTCMonth() - 1)
  const text = (language: string) =>
    new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(day)
  return { code: day.toISOString().slice(0, 7), text }
}

test(
  'a city adds its rooms and a county up, and passes the sums on once',
  {
    tag: '@long',
  },
  async ({ page, stick }, testInfo) => {
    // A desk with a province above it and counties below has to be set up by hand: a minute of its own.
    test.skip(process.env.ANXIN_LONG === undefined)
    test.setTimeout(300_000)
    const complaints = complaintsOf(page)
    const t = wordingIn('zh-CN')
    const look = lookAt(page, testInfo, 1366)
    const lookInEnglish = lookAt(page, testInfo, 1920)
    const own = (key: string, more = {}) => t(`upward:${key}`, more)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const month = lastMonth()
    const period = month.text('zh-CN')
    const rooms = await Promise.all(
      [1, 2].map((n) => otherRoom(stick, { name: `示例${n}镇心理咨询室`, code: `99010010${n}` })),
    )
    const county = await otherDesk(stick, { name: '示例县心理服务站', code: '990101' }, today)
    const province = await otherDesk(stick, { name: '示例省心理服务中心', code: '990000' }, today)

    await setUp(page, city)
    let card = ''
    await test.step('two rooms report, which is too few to pass anything on', async () => {
      await goToPlace(page, '单位')
      card = await saveTo(stick, page, '存为文件')
      for (const room of rooms) await acceptCard(page, '咨询室', room.card)
      for (const room of rooms)
        await importFile(page, await room.report(period, card), { name: room.name, period })
      await goToPlace(page, t('county-desk:place.upward'))
      await expect(page.getByRole('row', { name: period })).toContainText(own('periods.open'))
      await page.getByRole('link', { name: period }).click()
      await expect(page.getByText(t('refusals:MERGE_TOO_FEW_ROOMS'))).toBeVisible()
      await look('upward-too-few')
    })

    await test.step('a county below passes its sums on, and they are taken in', async () => {
      await goToPlace(page, '导入')
      await acceptCard(page, '下级县', county.card)
      const file = await passOn(stick, county, { period: month.code, today, to: card })
      await chooseFile(page, own('below.choose'), file)
      const said = page.getByRole('region', { name: own('below.of', { name: county.name, period }) })
      await expect(said.getByText(own('below.sound'))).toBeVisible()
      await look('merge-to-take-in')
      await said.getByRole('button', { name: own('below.take') }).click()
      await expect(page.getByText(own('below.taken', { name: county.name, period }))).toBeVisible()
      await chooseFile(page, own('below.choose'), file)
      await expect(page.getByText(own('below.known'))).toBeVisible()
    })

    await test.step('a third room reports; what leaves is shown, and cannot be written yet', async () => {
      const third = await otherRoom(stick, { name: '示例3镇心理咨询室', code: '990100103' })
      await goToPlace(page, '单位')
      await acceptCard(page, '咨询室', third.card)
      await importFile(page, await third.report(period, card), { name: third.name, period })
      await goToPlace(page, t('county-desk:place.upward'))
      await look('upward')
      await page.getByRole('link', { name: period }).click()
      await expect(page.getByText(own('leaving.noCard'))).toBeVisible()
      await expect(button(own('confirm.next'))).toBeDisabled()
    })

    await test.step('the province’s card is compared and accepted', async () => {
      await goToPlace(page, t('county-desk:place.upward'))
      await acceptCard(page, '上级', province.card)
      await page.getByRole('link', { name: period }).click()
      await expect(page.getByText(`${province.name} ${province.code}`)).toBeVisible()
      await look('upward-leaving')
      await button('English').click()
      await lookInEnglish('upward-leaving-en')
      await button('中文').click()
    })

    let written = ''
    await test.step('it is confirmed and written, once', async () => {
      await button(own('confirm.next')).click()
      await look('upward-confirm')
      await button(own('confirm.write')).click()
      await expect(page.getByText(own('written.closed'))).toBeVisible()
      await look('upward-written')
      written = (await page.locator('.county-sha').textContent()) ?? ''
      const path = await saveTo(stick, page, own('written.save'))
      expect(path).toContain(`990100-${month.code}.anxin-merged`)
    })

    await test.step('a room that comes later is told as late, and the file stays the same', async () => {
      const late = await otherRoom(stick, { name: '示例4镇心理咨询室', code: '990100104' })
      await goToPlace(page, '单位')
      await acceptCard(page, '咨询室', late.card)
      await importFile(page, await late.report(period, card), { name: late.name, period })
      await goToPlace(page, t('county-desk:place.upward'))
      const row = page.getByRole('row', { name: period })
      await expect(row).toContainText(own('periods.late'))
      await expect(row).toContainText(late.name)
      await look('upward-late')
      await button('English').click()
      await lookInEnglish('upward-late-en')
      await button('中文').click()
      await page.getByRole('link', { name: period }).click()
      await button(own('confirm.next')).click()
      await button(own('confirm.again')).click()
      await expect(page.locator('.county-sha')).toHaveText(written)
    })
    expect(complaints).toEqual([])
  },
)
