import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/casework/assessments/assessment.ts'
import { alertsOf } from '../../src/casework/crisis/alerts-of.ts'
import { readQuestionnaireFolder } from '../../src/host/read-questionnaires.ts'
import { answerValues } from '../../src/instruments/instrument.ts'
import type { Answers } from '../../src/instruments/vectors.ts'
import { score } from '../../src/scoring/score.ts'

const questionnaires = fileURLToPath(new URL('../../questionnaires', import.meta.url))
const shelf = await Promise.all(
  readdirSync(questionnaires).map(async (id) => {
    const read = await readQuestionnaireFolder(join(questionnaires, id))
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    return read.value.instrument
  }),
)
const at = '2026-01-05T02:00:00.000Z'

describe.each(shelf.map((instrument) => [instrument.id, instrument] as const))('%s', (id, instrument) => {
  const value: Assessment = {
    clientId: '0'.repeat(32),
    instrument: id,
    instrumentVersion: instrument.version,
    rater: { kind: 'self' },
    language: 'zh-CN',
    mode: 'staff',
    startedAt: at,
    startedBy: '0'.repeat(32),
    answeredAt: null,
    answers: {},
    result: null,
  }
  const answers = fc
    .record(
      Object.fromEntries(
        instrument.items.map((item) => [item.id, fc.constantFrom(...answerValues(instrument, item.id))]),
      ),
      { requiredKeys: [] },
    )
    .map(
      (drawn): Answers =>
        Object.fromEntries(
          Object.entries(drawn).flatMap(([item, answer]) => (answer === undefined ? [] : [[item, answer]])),
        ),
    )

  it('raises an alert for every critical answer, whatever else is answered, and none for a prompt', () => {
    fc.assert(
      fc.property(answers, fc.option(fc.integer({ min: 0, max: 130 }), { nil: undefined }), (given, age) => {
        const calling = instrument.criticalItems.filter(({ item, values, response }) => {
          const answer = given[item]
          return response !== 'prompt' && answer !== undefined && values.includes(answer)
        })
        const result = score(instrument, given, age === undefined ? {} : { age })
        const alerts = alertsOf(instrument, { id: '1'.repeat(32), value }, result, at)
        expect(alerts.map(({ item, value: answer }) => [item, answer])).toEqual(
          calling.map(({ item }) => [item, given[item]]),
        )
      }),
    )
  })
})

it('some instruments call for an act, and some only prompt', () => {
  const responses = shelf.flatMap(({ criticalItems }) => criticalItems.map(({ response }) => response))
  expect(new Set(responses)).toEqual(
    new Set(['actAtOnce', 'interviewSameVisit', 'referAtOnce', 'verifyAndRefer', 'prompt']),
  )
})
