import type { Fault } from './fault.ts'
import { answerValues, type Instrument, type SkipRule } from './instrument.ts'
import { repeatedTexts } from './repeated-texts.ts'
import type { Question, Survey, SurveyText } from './survey.ts'

/** The one way a skip rule is written in a survey. */
export const visibleIfOf = ({ askedIfAny, atLeast, atMost }: SkipRule): string =>
  askedIfAny
    .map((item) =>
      atMost === null ? `{${item}} >= ${atLeast}` : `({${item}} >= ${atLeast} and {${item}} <= ${atMost})`,
    )
    .join(' or ')

/** Where a survey does not ask what its instrument says. */
export function* surveyFaults(survey: Survey, instrument: Instrument): Generator<Fault> {
  const texts: [SurveyText | undefined, Fault['path']][] = [
    [survey.title, ['title']],
    [survey.description, ['description']],
  ]
  const inSurvey = { 'zh-CN': survey.title['zh-cn'], en: survey.title.en }
  if (instrument.languages.some((language) => inSurvey[language] !== instrument.title[language]))
    yield { code: 'TITLE_DIFFERS', path: ['title'] }
  const names = new Set<string>()
  for (const [pageIndex, page] of survey.pages.entries())
    for (const [index, question] of page.elements.entries()) {
      const path = ['pages', pageIndex, 'elements', index]
      if (names.has(question.name)) yield { code: 'DUPLICATE_QUESTION', path: [...path, 'name'] }
      else if (question.name !== instrument.items[names.size]?.id)
        yield { code: 'UNKNOWN_QUESTION', path: [...path, 'name'], detail: { name: question.name } }
      else
        for (const fault of questionFaults(question, instrument))
          yield { ...fault, path: [...path, ...fault.path] }
      names.add(question.name)
      texts.push([question.title, [...path, 'title']], [question.description, [...path, 'description']])
      for (const [choice, { text }] of question.choices.entries())
        texts.push([text, [...path, 'choices', choice, 'text']])
    }
  for (const item of instrument.items)
    if (!names.has(item.id)) yield { code: 'QUESTION_MISSING', path: ['pages'], detail: { name: item.id } }
  const worded = instrument.languages
    .map((language) => language.toLowerCase())
    .sort()
    .join()
  for (const [text, path] of texts)
    if (text !== undefined && Object.keys(text).sort().join() !== worded)
      yield { code: 'LANGUAGE_DIFFERS', path }
}

function* questionFaults(question: Question, instrument: Instrument): Generator<Fault> {
  const allowed = answerValues(instrument, question.name)
  const offered = new Set<number>()
  for (const [index, { value }] of question.choices.entries()) {
    const path = ['choices', index, 'value']
    if (!allowed.includes(value)) yield { code: 'ANSWER_OUTSIDE_CODING', path, detail: { value } }
    if (offered.has(value)) yield { code: 'DUPLICATE_ANSWER', path, detail: { value } }
    offered.add(value)
  }
  for (const language of ['zh-cn', 'en'] as const)
    for (const index of repeatedTexts(question.choices.map(({ text }) => text[language])))
      yield { code: 'TEXT_TWICE', path: ['choices', index, 'text', language] }
  for (const value of allowed)
    if (!offered.has(value)) yield { code: 'ANSWER_NOT_OFFERED', path: ['choices'], detail: { value } }
  const rule = instrument.skips.find((skip) => skip.items.includes(question.name))
  if (question.visibleIf !== (rule && visibleIfOf(rule)))
    yield { code: 'SKIP_RULE_DIFFERS', path: ['visibleIf'] }
}
