import { itemsNotFor } from './applies-to.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Survey } from './survey.ts'
import type { About } from './vectors.ts'

/** The survey as this person is asked it: without the questions that are not for them. */
export const surveyFor = (
  { instrument, survey }: Pick<Questionnaire, 'instrument' | 'survey'>,
  about: Pick<About, 'sex' | 'age'>,
): Survey => {
  const notAsked = itemsNotFor(instrument, about)
  if (notAsked.size === 0) return survey
  const pages = survey.pages.map((page) => ({
    ...page,
    elements: page.elements.filter(({ name }) => !notAsked.has(name)),
  }))
  return { ...survey, pages: pages.filter(({ elements }) => elements.length > 0) }
}
