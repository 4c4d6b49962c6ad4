import { Model } from 'survey-core'
import type { PlainSurvey } from './plain-survey/plain-survey.ts'
import type { Survey } from './survey.ts'

/** Loads a survey into SurveyJS itself, without a screen; gives what SurveyJS finds wrong with it. */
export const checkSurvey = (survey: Survey | Omit<PlainSurvey, 'languages'>): string[] =>
  (new Model(survey).jsonErrors ?? []).map((error) => error.getFullDescription())
