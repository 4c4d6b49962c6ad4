import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import type { Question } from '../../instruments/survey.ts'
import { surveyText } from '../questionnaire/survey-text.ts'

const widestTable = 6

/** The questions with a box for every answer and its published code beside it; questions with the same answers share a table. */
export function PaperFormQuestions({
  questionnaire: { instrument, survey },
  language,
}: {
  questionnaire: Questionnaire
  language: Language
}) {
  const { t } = useTranslation('assessments')
  const conditionOf = (name: string): string[] =>
    instrument.skips
      .filter(({ items }) => items.includes(name))
      .map(({ askedIfAny, atLeast, atMost }) =>
        t(atMost === null ? 'form.askedIf' : 'form.askedIfBetween', {
          lng: language,
          numbers: spansOf(askedIfAny.map((item) => Number(numberOf(item)))).join(' '),
          from: atLeast,
          to: atMost,
        }),
      )
  const title = (question: Question) => (
    <>
      {numberOf(question.name)}. {surveyText(question.title, language)}
      {conditionOf(question.name).map((condition) => (
        <span key={condition} className="paper-form-condition">
          {condition}
        </span>
      ))}
    </>
  )
  const groups = groupsOf(survey.pages.flatMap(({ elements }) => elements))
  return groups.map((group) => {
    const [first] = group
    if (first === undefined) return null
    if (group.length === 1 || first.choices.length > widestTable)
      return group.map((question) => (
        <section key={question.name} className="a4-whole">
          <p>{title(question)}</p>
          <ul className="paper-form-choices">
            {question.choices.map(({ value, text }) => (
              <li key={value}>
                <Box code={value} /> {surveyText(text, language)}
              </li>
            ))}
          </ul>
        </section>
      ))
    return (
      <table key={first.name}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('answers.question', { lng: language })}</span>
            </th>
            {first.choices.map(({ value, text }) => (
              <th key={value} scope="col">
                {surveyText(text, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.map((question) => (
            <tr key={question.name}>
              <th scope="row">{title(question)}</th>
              {question.choices.map(({ value }) => (
                <td key={value} className="paper-form-box">
                  <Box code={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  })
}

const Box = ({ code }: { code: number }) => (
  <>
    ☐ <span className="paper-form-code">{code}</span>
  </>
)

const numberOf = (name: string): string => name.slice(1)

/** Numbers in a row as one span, such as 1–9. */
function spansOf(numbers: readonly number[]): string[] {
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else spans.push([number, number])
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
}

/** Questions in a row that have the same answers. */
function groupsOf(questions: readonly Question[]): Question[][] {
  const groups: Question[][] = []
  for (const question of questions) {
    const last = groups.at(-1)
    const same = JSON.stringify(last?.[0]?.choices) === JSON.stringify(question.choices)
    if (same) last?.push(question)
    else groups.push([question])
  }
  return groups
}
