import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkSurvey } from '../../src/instruments/check-survey.ts'
import { readImportFiles } from '../../src/instruments/read-import-files.ts'
import { score } from '../../src/scoring/score.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const [, text = ''] = /<summary>sleep-example\.json<\/summary>\s+```json\n([^`]+)```/.exec(readme) ?? []

const example = (content = text) => readImportFiles([{ name: 'sleep-example.json', text: content }])

it('is an instrument that can be taken in as it stands in the README', () => {
  const read = example()
  if (!read.ok || read.value.kind !== 'instrument') throw new Error(JSON.stringify(read))
  const { instrument, survey, vectors } = read.value.questionnaire
  expect(instrument.id).toBe('sleep-example')
  expect(checkSurvey(survey)).toEqual([])
  for (const { answers, about, result } of vectors.cases)
    expect(score(instrument, answers, about)).toEqual({ instrument: instrument.id, version: '1', ...result })
})

it('is refused with file, path and reason once it contradicts itself', () => {
  const wrong = text.replace('"range": { "min": 0, "max": 6 }', '"range": { "min": 1, "max": 6 }')
  expect(example(wrong)).toMatchObject({
    refusal: [
      { code: 'RANGE_DIFFERS', at: 'sleep-example.json#/instrument/scales/0/range' },
      { code: 'BAND_GAP', at: 'sleep-example.json#/instrument/scales/0/bands/0/min' },
    ],
  })
})
