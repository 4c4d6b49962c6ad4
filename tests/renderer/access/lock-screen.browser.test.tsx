import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LockScreen } from '../../../src/renderer/access/lock-screen.tsx'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import { room } from '../../../src/renderer/room/room.ts'
import { passphrase, setUp } from '../../room/set-up.ts'
import { emptyStorage, openWindow } from '../../room/windows.ts'
import { given } from '../../support/exchange.ts'
import { onDisk } from '../../vault/room.ts'

let root: Root
const open = page.getByRole('button', { name: /^(打开|Open)$/ })

beforeEach(async () => {
  setupLocale()
  await emptyStorage()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  // This page's own worker: what it still enters must not land in what the next test sets up.
  await room.signOut('locked')
  root.unmount()
  document.body.replaceChildren()
})

test('case 77: whoever has to wait sees how long, and a colleague signs in meanwhile', async () => {
  const first = openWindow()
  await setUp(first.room)
  const colleague = { name: '示例热线员', roles: ['hotline' as const], passphrase }
  const { id } = given(await first.room.addStaff(colleague))
  const staff = await first.room.listStaff()
  await first.close()
  const forgetful = staff.find((member) => member.id !== id)?.id ?? ''
  const attempts = { id: forgetful, count: 11, wait: 75_000, at: Date.now() }
  await onDisk('anxin', (database) => database.table('attempts').put(attempts))

  const standing = await room.phase()
  if (standing.phase !== 'locked') throw new Error(standing.phase)
  const onOpen = vi.fn()
  root.render(<LockScreen standing={standing} onRecover={vi.fn()} onSetUp={vi.fn()} onOpen={onOpen} />)
  await page.getByRole('radio', { name: '示例咨询师' }).click()
  await expect.element(page.getByText(/1 (分|min) \d+ (秒|s)/)).toBeVisible()
  await expect.element(open).toBeDisabled()

  await page.getByRole('radio', { name: '示例热线员' }).click()
  await expect.element(open).toBeEnabled()
  await page.getByLabelText(/^(口令|Passphrase)$/).fill('另一句别的口令示例')
  await open.click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  await page.getByLabelText(/^(口令|Passphrase)$/).fill(passphrase)
  await open.click()
  await vi.waitFor(() => expect(onOpen).toHaveBeenCalled(), { timeout: 30_000 })
})

test('nobody is told to wait who need not, not even for an instant; the arrow keys pass over names', async () => {
  const first = openWindow()
  await setUp(first.room)
  given(await first.room.addStaff({ name: '示例热线员', roles: ['hotline'], passphrase }))
  await first.close()
  const standing = await room.phase()
  if (standing.phase !== 'locked') throw new Error(standing.phase)
  const told: string[] = []
  const watch = new MutationObserver(() => {
    for (const notice of document.querySelectorAll('.ant-alert')) told.push(notice.textContent)
  })
  watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  root.render(<LockScreen standing={standing} onRecover={vi.fn()} onSetUp={vi.fn()} onOpen={vi.fn()} />)

  const [one, other] = [page.getByRole('radio').first(), page.getByRole('radio').last()]
  await expect.element(one).toBeVisible()
  one.element().focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(other).toBeChecked()
  await expect.element(other).toHaveFocus()
  await one.click()
  await expect.element(page.getByLabelText(/^(口令|Passphrase)$/)).toHaveFocus()
  await page.getByLabelText(/^(口令|Passphrase)$/).fill('另一句别的口令示例')
  await open.click()
  await expect.element(page.getByRole('alert')).toBeVisible()
  expect(told.filter((text) => /请等|please wait/.test(text))).toEqual([])
})
