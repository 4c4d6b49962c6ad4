import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Instrument } from '../../../src/instruments/instrument.ts'
import { readQuestionnaire } from '../../../src/instruments/questionnaire.ts'
import { Welcome } from '../../../src/renderer/kiosk/welcome.tsx'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import type { Sitting } from '../../../src/room/contract/kiosk-api.ts'

const files = import.meta.glob<unknown>('../../../questionnaires/{psc-35,phq-9}/*.json', {
  eager: true,
  import: 'default',
})
const partOf = (id: string): Sitting['questionnaires'][number] => {
  const file = (name: string) => files[`../../../questionnaires/${id}/${name}.json`]
  const read = readQuestionnaire(id, {
    instrument: file('instrument'),
    survey: file('survey'),
    vectors: file('vectors'),
  })
  if (!read.ok) throw new Error(`${id} cannot be read`)
  return { assessmentId: id, ...read.value, answered: [], finished: false }
}
const psc = partOf('psc-35')
const phq = partOf('phq-9')

let root: Root
beforeEach(() => {
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const show = async (rater: Sitting['rater'], open: Sitting['questionnaires']) => {
  root.render(<Welcome rater={rater} open={open} language="en" onBegin={() => {}} />)
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
}

test('an informant is asked about the person they know, the client about themselves', async () => {
  await show('informant', [psc])
  await expect.element(page.getByText(/the person you know|您所了解的这个人/)).toBeVisible()
  await expect.element(page.getByText(/you have been feeling|您近来感受/)).not.toBeInTheDocument()
  await show('self', [phq])
  await expect.element(page.getByText(/you have been feeling|您近来感受/)).toBeVisible()
  await expect.element(page.getByText(/the person you know|您所了解的这个人/)).not.toBeInTheDocument()
})

test('the terms of everything that is asked unfold in full by keyboard', async () => {
  await show('self', [phq, psc])
  const said = ({ terms: { statement, credit, url } }: Pick<Instrument, 'terms'>) =>
    [statement, credit ?? [], url].flat()
  const all = [phq, psc].flatMap(({ instrument }) => said(instrument))
  const summary = page.getByText(/^(Terms of use|使用条款)$/)
  for (const text of all) await expect.element(page.getByText(text)).not.toBeVisible()
  while (document.activeElement !== summary.element()) {
    await userEvent.tab()
    expect(document.activeElement).not.toBe(document.body)
  }
  await userEvent.keyboard('{Enter}')
  for (const text of all) await expect.element(page.getByText(text)).toBeVisible()
})
