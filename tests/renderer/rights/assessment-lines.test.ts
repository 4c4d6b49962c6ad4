import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readQuestionnaire } from '../../../src/instruments/questionnaire.ts'
import { assessmentLines } from '../../../src/renderer/rights/assessment-lines.ts'
import { score } from '../../../src/scoring/score.ts'

const fileOf = (id: string, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../questionnaires/${id}/${name}.json`, import.meta.url), 'utf8'))
const read = readQuestionnaire('gad-7', {
  instrument: fileOf('gad-7', 'instrument'),
  survey: fileOf('gad-7', 'survey'),
  vectors: fileOf('gad-7', 'vectors'),
})
if (!read.ok) throw new Error('gad-7 cannot be read')
const questionnaire = read.value
const answers = { q2: 1, q1: 3, q3: 1, q4: 1, q5: 1, q6: 1, q7: 1 }
const assessment = { instrument: 'gad-7', answers, result: score(questionnaire.instrument, answers) }
const words = { pair: (label: string, value: string) => `${label}：${value}`, total: '得分' }

test('a person reads the title, the score with its band, and every question with their answer, in order', () => {
  const [title, scored, first, second, ...others] = assessmentLines(assessment, questionnaire, 'zh-CN', words)
  expect(title).toBe(questionnaire.instrument.title['zh-CN'])
  expect(scored).toBe('得分：9 · 轻度')
  expect(first).toMatch(/^1\. .+：几乎每天$/)
  expect(second).toMatch(/^2\. .+：[^\d]+$/)
  expect(others).toHaveLength(5)
})

test('what the questionnaire is gone for stays in its published coding', () => {
  expect(assessmentLines(assessment, undefined, 'zh-CN', words).slice(0, 3)).toEqual([
    'gad-7',
    '得分：9',
    '1.：3',
  ])
})
