import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readQuestionnaireFolder } from '../../src/host/read-questionnaires.ts'
import { createScorer } from '../../src/scoring/score.ts'

// Totals computed by other public implementations, named in each file; complete forms only.
const fileSchema = z.object({
  id: z.string(),
  source: z.string(),
  cases: z.array(z.object({ answers: z.array(z.number()), total: z.number() })).min(30),
})
const folder = fileURLToPath(new URL('independent', import.meta.url))
const files = readdirSync(folder).map((name) =>
  fileSchema.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))),
)

describe.each(files)('$id', ({ id, source, cases }) => {
  it(`agrees with ${source}`, async () => {
    const read = await readQuestionnaireFolder(
      fileURLToPath(new URL(`../../questionnaires/${id}`, import.meta.url)),
    )
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    const score = createScorer(read.value.instrument)
    for (const { answers, total } of cases) {
      const named = Object.fromEntries(answers.map((answer, index) => [`q${index + 1}`, answer]))
      expect(score(named)).toMatchObject({ status: 'scored', scores: { total }, missing: [] })
    }
  })
})

it('covers AUDIT forms that answer on paper what need not be asked', () => {
  const audit = files.find(({ id }) => id === 'audit')
  const beyond = audit?.cases.filter(
    ({ answers: [first, ...others] }) => first === 0 && others.slice(0, 7).some((answer) => answer > 0),
  )
  expect(beyond?.length).toBeGreaterThan(5)
})
