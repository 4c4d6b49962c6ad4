import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'

// Which published number each answer has, taken down from the forms: the texts in the languages there are, Chinese first.
const printed = z
  .record(z.string(), z.record(z.string(), z.record(z.string(), z.array(z.string()))))
  .parse(JSON.parse(readFileSync(new URL('answer-labels.json', import.meta.url), 'utf8')))

const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../questionnaires', import.meta.url)),
)

it.each(available)('$instrument.id: every answer has its own number', ({ instrument, survey }) => {
  const questions = survey.pages.flatMap(({ elements }) => elements)
  const codings = printed[instrument.id]
  expect(Object.keys(codings ?? {}).sort()).toEqual(Object.keys(instrument.codings).sort())
  for (const { id, coding } of instrument.items) {
    const choices = questions.find(({ name }) => name === id)?.choices ?? []
    const labels = choices.map(({ value, text }) => [
      String(value),
      [text['zh-cn'], text.en].filter((label) => label !== undefined),
    ])
    expect(Object.fromEntries(labels), id).toEqual(codings?.[coding])
  }
})
