import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Questionnaire, readQuestionnaire } from '../../../../src/instruments/questionnaire.ts'
import { TryOut } from '../../../../src/renderer/catalogue/try-out/try-out.tsx'
import { setupLocale } from '../../../../src/renderer/locale/locale.ts'

const files = import.meta.glob<unknown>('../../../../questionnaires/{phq-9,phq-15}/*.json', {
  eager: true,
  import: 'default',
})
const shipped = (id: string): Questionnaire => {
  const file = (name: string) => files[`../../../../questionnaires/${id}/${name}.json`]
  const read = readQuestionnaire(id, {
    instrument: file('instrument'),
    survey: file('survey'),
    vectors: file('vectors'),
  })
  if (!read.ok) throw new Error(`${id} cannot be read`)
  return read.value
}

let root: Root

beforeAll(setupLocale)
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const start = async (id: string) => {
  root.render(<TryOut questionnaire={shipped(id)} />)
  await expect.element(page.getByRole('radiogroup').first()).toBeVisible()
}
const result = () => page.getByRole('region', { name: /会得到的结果|What it would come to/ })
const answerAll = async (codes: string) => {
  for (const code of codes) {
    await userEvent.keyboard(code)
    await userEvent.keyboard('{Enter}')
  }
}

test('the score comes with the last answer, critical answers at once', async () => {
  await start('phq-9')
  await answerAll('11111111')
  await expect.element(result()).not.toHaveTextContent('9')
  await userEvent.keyboard('1')
  await expect.element(result().getByRole('listitem')).toBeVisible()
  await expect.element(result().getByText('9', { exact: true })).toBeVisible()
})

test('a question that is not for a person is not asked, and its answer does not count', async () => {
  await start('phq-15')
  await expect.element(page.getByText('1 / 15')).toBeVisible()
  await answerAll('222222222222222')
  await expect.element(result().getByText('30', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: /^(男|male)$/ }).click()
  await expect.element(page.getByText(/ \/ 14$/)).toBeVisible()
  await expect.element(result().getByText('28', { exact: true })).toBeVisible()
})

test('cleared, it begins anew', async () => {
  await start('phq-9')
  await answerAll('111111111')
  await page.getByRole('button', { name: /清空重来|Clear and start again/ }).click()
  await expect.element(page.getByText('1 / 9')).toBeVisible()
  await expect.element(result().getByText('9', { exact: true })).not.toBeInTheDocument()
})
