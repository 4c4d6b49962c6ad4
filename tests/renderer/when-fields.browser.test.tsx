import { Form } from 'antd'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { setupLocale } from '../../src/renderer/locale/locale.ts'
import { type When, WhenFields } from '../../src/renderer/ui/when-fields.tsx'

let root: Root
beforeEach(() => {
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('each field asks for what is missing, and what was filled in goes out together', async () => {
  const onFinish = vi.fn()
  root.render(
    <Form<When> onFinish={onFinish}>
      <WhenFields />
      <button type="submit">save</button>
    </Form>,
  )
  const save = page.getByRole('button', { name: 'save' })
  await save.click()
  for (const needed of [
    /请选择日期|choose the date/,
    /请填写开始时间|say when it begins/,
    /请填写多少分钟|how many minutes/,
  ])
    await expect.element(page.getByText(needed)).toBeVisible()
  expect(onFinish).not.toHaveBeenCalled()
  await page.getByLabelText(/日期|Date/).fill('2026-11-23')
  await page.getByLabelText(/开始时间|Begins at/).fill('09:30')
  await page.getByLabelText(/分钟|Minutes/).fill('45')
  await save.click()
  await vi.waitFor(() =>
    expect(onFinish).toHaveBeenCalledExactlyOnceWith({ day: '2026-11-23', time: '09:30', minutes: 45 }),
  )
})
