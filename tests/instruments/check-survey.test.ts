import { fileURLToPath } from 'node:url'
import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'
import { checkSurvey } from '../../src/instruments/check-survey.ts'
import type { Survey } from '../../src/instruments/survey.ts'

const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../questionnaires', import.meta.url)),
)

describe.each(available)('$instrument.id', ({ instrument, survey }) => {
  it('loads into SurveyJS without a complaint', () => {
    expect(checkSurvey(survey)).toEqual([])
  })

  it.each(instrument.languages)('is worded throughout in %s', (language) => {
    const model = new Model(survey)
    model.locale = language.toLowerCase()
    const questions = survey.pages.flatMap((page) => page.elements)
    const key = language === 'en' ? 'en' : 'zh-cn'
    expect(model.title).toBe(survey.title[key])
    expect(model.getAllQuestions().map(({ title }) => title)).toEqual(
      questions.map(({ title }) => title[key]),
    )
  })
})

it('asks the difficulty question of the PHQ-9 only after a problem was named', () => {
  const phq9 = available.find(({ instrument }) => instrument.id === 'phq-9')
  if (phq9 === undefined) throw new Error('no PHQ-9')
  const model = new Model(phq9.survey)
  model.data = { q1: 0, q2: 0, q3: 0, q4: 0, q5: 0, q6: 0, q7: 0, q8: 0, q9: 0 }
  expect(model.getQuestionByName('q10').isVisible).toBe(false)
  model.setValue('q9', 1)
  expect(model.getQuestionByName('q10').isVisible).toBe(true)
})

it('reports what SurveyJS finds wrong', () => {
  const unknown: Survey & { colour: string } = {
    locale: 'zh-cn',
    title: { en: 'Example' },
    pages: [{ name: 'p', elements: [] }],
    colour: 'red',
  }
  expect(checkSurvey(unknown)).toEqual([expect.stringContaining('colour')])
})
