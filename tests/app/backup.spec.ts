import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleRoom, setUp } from './steps/administrator.ts'
import { registerClient } from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { chooseFile, damagedCopy, saveTo } from './steps/files.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages('backups: made, tried, and brought back', async (tour) => {
  const { page, t, look, button, link, title } = tour
  await openDemonstration(tour)

  await test.step('none yet', async () => {
    await link(t('nav.settings')).click()
    await link(t('settings:places.backup')).click()
    await title(t('backup:title'))
    await expect(page.getByText(t('backup:state.none'))).toBeVisible()
    await look('no-backup')
  })

  await test.step('one on this computer, read back and tried', async () => {
    await button(t('backup:make.here')).click()
    await expect(page.getByText(t('backup:made.computer'))).toBeVisible()
    await page.getByRole('button', { name: new RegExp(`^${t('backup:drill.button')}`) }).click()
    await expect(page.locator('.ant-alert-success')).toHaveCount(2)
    await look('tried')
  })

  await test.step('beside the records here, compared, and in their place', async () => {
    await link(t('backup:restore.open')).click()
    await title(t('backup:restore.title'))
    await page.getByRole('radio').first().check()
    await expect(page.getByRole('heading', { name: t('backup:open.title') })).toBeVisible()
    await look('backup-chosen')
    await button(t('backup:open.submit')).click()
    await expect(page.getByRole('heading', { name: t('backup:compare.title') })).toBeVisible()
    await look('compared')
    await button(t('backup:compare.switch')).click()
    await expect(page.getByText(t('backup:restore.done'), { exact: true })).toBeVisible()
    await look('switched')
    await button(t('backup:restore.signIn')).click()
    await expect(page.getByLabel(t('access:lock.passphrase'), { exact: true })).toBeVisible()
  })
})

test('a room moves to a new computer with a stick and the recovery sheet', async ({ openDesk, stick }) => {
  const passphrase = '溪水流过石桥的示例口令'
  const old = await openDesk('old')
  const words = await setUp(old.page, {
    ...exampleRoom,
    first: { name: '示例咨询师', passphrase },
  })
  await registerClient(old.page, { name: '示例甲', birthDate: '1980-01-01', sex: '女', phone: '00000000001' })
  await old.page.goto('/#/settings/backup')
  const saved = await saveTo(stick, old.page, '存成一个文件')
  const file = join(stick, 'whole.anxin-backup')
  await copyFile(saved, file)
  await old.close()

  const { page, complaints } = await openDesk('new')
  await page.goto('/')
  await page.getByRole('button', { name: '这台电脑是换新的？从备份恢复' }).click()
  await chooseFile(page, '选择备份文件…', await damagedCopy(saved))
  await page.getByRole('radio', { name: /恢复单/ }).check()
  await page.getByLabel('恢复单上的词').fill(words.join(' '))
  await page.getByRole('button', { name: '核对并恢复' }).click()
  await expect(page.getByText('这份备份损坏了，或者不完整', { exact: false })).toBeVisible()

  // The words, once typed, are still there for the next file.
  await chooseFile(page, '选择备份文件…', file)
  await expect(page.getByText('whole.anxin-backup', { exact: true })).toBeVisible()
  await expect(page.getByLabel('恢复单上的词')).toHaveValue(words.join(' '))
  await page.getByRole('button', { name: '核对并恢复' }).click()
  await expect(page.getByText('这台电脑上还没有记录', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '用这些记录开始' }).click()
  await page.getByRole('button', { name: '去登录' }).click()
  await page.getByLabel('口令', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByRole('link', { name: '服务对象' }).click()
  await expect(page.getByRole('row', { name: /^\d{4}-0001/ })).toBeVisible()
  expect(complaints).toEqual([])
})
