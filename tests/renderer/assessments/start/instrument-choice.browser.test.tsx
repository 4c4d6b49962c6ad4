import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { readQuestionnaire } from '../../../../src/instruments/questionnaire.ts'
import { InstrumentChoice } from '../../../../src/renderer/assessments/start/instrument-choice.tsx'
import { setupLocale } from '../../../../src/renderer/locale/locale.ts'
import type { HeldBack, ShelfEntry } from '../../../../src/room/contract/library.ts'

const files = import.meta.glob<unknown>('../../../../questionnaires/{phq-9,gds-15,who-5,psc-17}/*.json', {
  eager: true,
  import: 'default',
})
const entryOf = (id: string, heldBack: HeldBack | null = null): ShelfEntry => {
  const file = (name: string) => files[`../../../../questionnaires/${id}/${name}.json`]
  const read = readQuestionnaire(id, {
    instrument: file('instrument'),
    survey: file('survey'),
    vectors: file('vectors'),
  })
  if (!read.ok) throw new Error(`${id} cannot be read`)
  return { questionnaire: read.value, signedIn: null, wordings: [], heldBack, qualified: [] }
}

let root: Root
let chosen: readonly string[]

function Choice({ entries, several, age }: { entries: ShelfEntry[]; several: boolean; age: number | null }) {
  const [value, setValue] = useState<string[]>([])
  chosen = value
  return <InstrumentChoice entries={entries} age={age} several={several} value={value} onChange={setValue} />
}
const show = async (entries: ShelfEntry[], { several = true, age = 40 as number | null } = {}) => {
  root.render(<Choice entries={entries} several={several} age={age} />)
  await expect.element(page.getByRole('textbox')).toBeVisible()
}
const row = (name: RegExp) => page.getByRole('checkbox', { name })

beforeEach(() => {
  setupLocale()
  chosen = []
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

test('what is held back is there, cannot be chosen, and says why', async () => {
  await show([entryOf('phq-9'), entryOf('who-5', 'NON_COMMERCIAL_NOT_CONFIRMED')])
  await expect.element(row(/WHO-5|WHO-Five/)).toBeDisabled()
  await expect.element(page.getByText(/without profit|非营利/)).toBeVisible()
  await expect.element(row(/PHQ-9/)).toBeEnabled()
})

test('what is made for another age waits behind a box, and says so when it is shown', async () => {
  await show([entryOf('phq-9'), entryOf('gds-15')])
  await expect.element(row(/GDS-15/)).not.toBeInTheDocument()
  await page.getByRole('checkbox', { name: /other ages|不在适用年龄/ }).click()
  await expect.element(row(/GDS-15/)).toBeVisible()
  await expect.element(page.getByText(/The client is 40|本人 40 岁/)).toBeVisible()
})

test('a name, a part of an id, or pinyin initials find an instrument', async () => {
  await show([entryOf('phq-9'), entryOf('gds-15')], { age: 70 })
  for (const text of ['GDS', 'gds15', 'lnyy']) {
    await page.getByRole('textbox').fill(text)
    await expect.element(row(/PHQ-9/)).not.toBeInTheDocument()
    await expect.element(row(/GDS-15/)).toBeVisible()
    await page.getByRole('textbox').fill('')
    await expect.element(row(/PHQ-9/)).toBeVisible()
  }
})

test('what is chosen stays on show and in order, with its terms in full', async () => {
  const phq9 = entryOf('phq-9')
  await show([phq9, entryOf('who-5')])
  await expect.element(page.getByText(phq9.questionnaire.instrument.terms.statement)).not.toBeVisible()
  await row(/WHO-5|WHO-Five/).click()
  await row(/PHQ-9/).click()
  expect(chosen).toEqual(['who-5', 'phq-9'])
  await expect.element(page.getByText(phq9.questionnaire.instrument.terms.statement)).toBeVisible()
  await row(/WHO-5|WHO-Five/).click()
  expect(chosen).toEqual(['phq-9'])
})

test('where one is entered at a time, choosing another takes its place', async () => {
  await show([entryOf('phq-9'), entryOf('who-5')], { several: false })
  await page.getByRole('radio', { name: /PHQ-9/ }).click()
  await page.getByRole('radio', { name: /WHO-5|WHO-Five/ }).click()
  expect(chosen).toEqual(['who-5'])
})
