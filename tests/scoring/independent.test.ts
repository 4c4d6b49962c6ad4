import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readQuestionnaireFolder } from '../../src/host/read-questionnaires.ts'
import { score } from '../../src/scoring/score.ts'

// Totals computed by other public implementations, named in each file.
const fileSchema = z.object({
  source: z.string(),
  cases: z.array(z.object({ answers: z.array(z.number()), total: z.number() })).min(1),
})

describe.each(['phq-9', 'gad-7', 'who-5'])('%s', (id) => {
  const { source, cases } = fileSchema.parse(
    JSON.parse(readFileSync(new URL(`independent/${id}.json`, import.meta.url), 'utf8')),
  )

  it(`agrees with ${source}`, async () => {
    const read = await readQuestionnaireFolder(
      fileURLToPath(new URL(`../../questionnaires/${id}`, import.meta.url)),
    )
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    for (const { answers, total } of cases) {
      const named = Object.fromEntries(answers.map((answer, index) => [`q${index + 1}`, answer]))
      expect(score(read.value.instrument, named)).toMatchObject({
        status: 'scored',
        scores: { total },
        missing: [],
      })
    }
  })
})
