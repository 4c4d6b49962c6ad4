import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint, readCard } from '../../src/exchange/unit-card.ts'
import { given } from '../support/outcome.ts'
import { acceptCard, ownDigits, setUp } from './steps/administrator.ts'
import { goToPlace } from './steps/coordinator.ts'
import { expect, test } from './steps/desk.ts'
import { chooseFile, saveTo } from './steps/files.ts'
import { monthByMonth } from './steps/month-by-month.ts'

const county = {
  kind: 'county',
  name: '示例县社会心理服务工作站',
  code: '990101',
  first: { name: '示例统计员', passphrase: 'lantern orchard seven bridges' },
} as const
const rooms = 20
const months = Array.from({ length: 10 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`)
const of = { all: 1_000, sound: rooms * months.length }

test('1,000 files at once: the sound ones are taken in, the others named, and nothing is taken twice', {
  tag: '@long',
}, async ({ openDesk, stick }) => {
  test.skip(process.env.ANXIN_LONG === undefined, 'minutes, for the long run')
  const { page, complaints } = await openDesk('county')
  await setUp(page, county)
  await goToPlace(page, '单位')
  const card = given(await readCard(await readFile(await saveTo(stick, page, '存为文件'))))
  expect(await ownDigits(page)).toBe(await fingerprint(card.card))
  const folder = join(stick, 'many')
  await mkdir(folder)
  const paths: string[] = []
  for (let n = 0; n < rooms; n++) {
    const { file, card: own, reports } = await monthByMonth(String(990101201 + n), card, months)
    const path = join(stick, `${own.unit}.anxin-card`)
    await writeFile(path, file)
    await acceptCard(page, '咨询室', { path, digits: await fingerprint(own) })
    // And under a second name, as somebody may have copied them.
    for (const { name, bytes } of reports)
      for (const copy of [name, `${name.slice(0, -6)} (1).anxin`]) {
        paths.push(join(folder, copy))
        await writeFile(join(folder, copy), bytes)
      }
  }
  for (let n = paths.length; n < of.all; n++) {
    const path = join(folder, `其他 ${n}.anxin`)
    await writeFile(path, `不是统计包 ${n}`)
    paths.push(path)
  }

  await goToPlace(page, '导入')
  await chooseFile(page, '选择统计包文件', paths)
  await expect(page.getByRole('progressbar').first()).toBeVisible()
  const preview = page.getByRole('region', { name: '看一看，再收下' })
  await expect(preview.getByRole('button', { name: `全部 ${of.all}` })).toBeVisible({ timeout: 300_000 })
  await expect(preview.getByRole('button', { name: `新的 ${of.sound}` })).toBeVisible()
  await expect(preview.getByRole('button', { name: `已经收过 ${of.sound}` })).toBeVisible()
  await expect(preview.getByRole('button', { name: `不收 ${of.all - 2 * of.sound}` })).toBeVisible()

  // Stopped on the way, what is left follows with the same files.
  await preview.getByRole('button', { name: `收下这 ${of.sound} 份` }).click()
  await page.getByRole('button', { name: '停下' }).click()
  const result = page.getByRole('region', { name: '导入结果' })
  await expect(result).toBeVisible({ timeout: 300_000 })
  await result.getByRole('button', { name: '关闭' }).click()
  await chooseFile(page, '选择统计包文件', paths)
  await expect(preview).toBeVisible({ timeout: 300_000 })
  const rest = preview.getByRole('button', { name: /收下这 \d+ 份/ })
  // All may have been in before it could stop.
  if (await rest.isVisible()) {
    await rest.click()
    await expect(result).toBeVisible({ timeout: 300_000 })
  }
  const kept = page.getByRole('region', { name: '没有收下的文件' })
  await expect(kept.getByRole('row')).toHaveCount(21)
  await goToPlace(page, '报送情况')
  await expect(page.getByRole('cell', { name: '已报' })).toHaveCount(of.sound)
  expect(complaints).toEqual([])
})
