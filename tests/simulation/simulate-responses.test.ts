import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkResponse } from '../../src/instruments/plain-survey/check-response.ts'
import { questionsOf } from '../../src/instruments/plain-survey/plain-survey.ts'
import { readPlainSurvey } from '../../src/instruments/plain-survey/read-plain-survey.ts'
import { simulateResponses } from '../../src/simulation/simulate-responses.ts'

const text = readFileSync(new URL('../../resources/surveys/village-mood.json', import.meta.url), 'utf8')

test('made-up people answer what they are asked, the same ones for the same seed', () => {
  const read = readPlainSurvey('village-mood.json', text)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const { survey } = read.value
  const setting = { seed: 'test', people: 200, remarks: ['示例：好。'] }
  const responses = simulateResponses(survey, setting)
  expect(responses).toEqual(simulateResponses(survey, setting))
  for (const answers of responses)
    expect(checkResponse(survey, answers)).toEqual({ ok: true, value: answers })
  for (const { name } of questionsOf(survey))
    expect(responses.filter((answers) => answers[name] !== undefined).length, name).toBeGreaterThan(10)
})
