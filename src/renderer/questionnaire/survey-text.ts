import type { Language } from '../../casework/records/values.ts'
import type { SurveyText } from '../../instruments/survey.ts'

/** A questionnaire's own words in this language; in the one it exists in where there is only one. */
export const surveyText = (text: SurveyText | undefined, language: Language): string =>
  (language === 'en' ? (text?.en ?? text?.['zh-cn']) : (text?.['zh-cn'] ?? text?.en)) ?? ''
