import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import { PendingKeys } from '../../../src/renderer/staff/pending-keys.tsx'
import type { Staffing } from '../../../src/room/contract/staffing.ts'

let root: Root
beforeEach(() => {
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const settled: Staffing = {
  staff: [{ id: 'a'.repeat(32), name: '示例新人', roles: ['counsellor'] }],
  renewals: [],
  waiting: [],
  refused: 0,
}
const show = (changed: Partial<Staffing>) =>
  root.render(<PendingKeys staffing={{ ...settled, ...changed }} />)

test('says which records wait for new keys, and who waits for theirs', async () => {
  show({
    renewals: ['case', 'assessment'],
    waiting: [{ staffId: 'a'.repeat(32), domains: ['identity'] }],
  })
  await expect.element(page.getByText(/(个案记录、测评|case notes, assessments)/)).toBeVisible()
  await expect
    .element(page.getByText(/示例新人.*(服务对象的姓名和联系方式|names and contacts of clients)/))
    .toBeVisible()
})

test('warns of what nobody arranged, in a place of its own', async () => {
  show({ refused: 2 })
  await expect.element(page.getByRole('alert').getByText(/2/)).toBeVisible()
})

test('takes no room when all is done', async () => {
  show({})
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  expect(document.body.textContent).toBe('')
})
