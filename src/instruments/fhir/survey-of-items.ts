import type { Instrument } from '../instrument.ts'
import type { Survey, SurveyText } from '../survey.ts'
import { visibleIfOf } from '../survey-faults.ts'
import type { LocalText } from './local-texts.ts'
import type { ReadItems } from './read-form.ts'

/** The wording of the questions as a survey on one page; question names, languages and skip rules are the instrument's. */
export const surveyOfItems = (
  title: LocalText,
  { instructions, questions }: ReadItems,
  { languages, items, skips }: Pick<Instrument, 'languages' | 'items' | 'skips'>,
): Survey => {
  const text = (texts: LocalText): SurveyText =>
    Object.fromEntries(languages.map((language) => [language.toLowerCase(), texts[language]]))
  return {
    locale: 'zh-cn',
    title: text(title),
    ...(instructions === null ? {} : { description: text(instructions) }),
    pages: [
      {
        name: 'questions',
        elements: questions.map((question, index) => {
          const name = items[index]?.id ?? ''
          const rule = skips.find((skip) => skip.items.includes(name))
          return {
            type: 'radiogroup',
            name,
            title: text(question.text),
            ...(question.description === null ? {} : { description: text(question.description) }),
            ...(rule === undefined ? {} : { visibleIf: visibleIfOf(rule) }),
            choices: question.answers.map((answer) => ({ value: answer.value, text: text(answer.text) })),
          }
        }),
      },
    ],
  }
}
