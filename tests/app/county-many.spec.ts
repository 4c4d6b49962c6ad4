import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint, readCard } from '../../src/exchange/unit-card.ts'
import { given, makeUnit, packageOf, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { acceptCard, ownDigits, setUp } from './steps/administrator.ts'
import { goToPlace } from './steps/coordinator.ts'
import { expect, test } from './steps/desk.ts'
import { chooseFile, saveTo } from './steps/files.ts'

const county = {
  kind: 'county',
  name: '示例县社会心理服务工作站',
  code: '990101',
  first: { name: '示例统计员', passphrase: 'lantern orchard seven bridges' },
} as const
const rooms = 20
const months = Array.from({ length: 10 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`)
const of = { all: 1_000, sound: rooms * months.length }

/** A year of a room's months, linked, and under a second name as somebody may have copied them. */
const reportsOf = async (room: TestUnit, desk: TestUnit, folder: string): Promise<string[]> => {
  const paths: string[] = []
  let previous: string | null = null
  for (const [at, period] of months.entries()) {
    const facts = Array.from({ length: 12 + at }, (_, n) => fact({ month: period, person: pseudonym(n) }))
    const link = { seq: at + 1, previous }
    const written = await packageOf(room, desk, {
      facts,
      period,
      profile: 'large',
      link,
      created: '2026-11-01',
    })
    previous = written.sha256
    for (const name of [written.name, `${written.name.slice(0, -6)} (1).anxin`]) {
      paths.push(join(folder, name))
      await writeFile(join(folder, name), written.bytes)
    }
  }
  return paths
}

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
    const room = await makeUnit(String(990101201 + n))
    const path = join(stick, `${room.card.unit}.anxin-card`)
    await writeFile(path, room.file)
    await acceptCard(page, '咨询室', { path, digits: await fingerprint(room.card) })
    paths.push(...(await reportsOf(room, { ...room, ...card }, folder)))
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
  if (await rest.isVisible()) await rest.click()
  else await preview.getByRole('button', { name: '先不收' }).click()
  await expect(preview).toBeHidden({ timeout: 300_000 })
  const kept = page.getByRole('region', { name: '没有收下的文件' })
  await expect(kept.getByRole('row')).toHaveCount(21)
  await goToPlace(page, '报送情况')
  await expect(page.getByRole('cell', { name: '已报' })).toHaveCount(of.sound)
  expect(complaints).toEqual([])
})
