import type { Fault } from '../fault.ts'
import { done, type Outcome } from '../outcome.ts'
import type { SurveyText } from '../survey.ts'
import type { DraftQuestion } from './plain-question.ts'
import type { PlainQuestion, PlainSurvey } from './plain-survey.ts'
import type { FileText, SurveyFile } from './survey-file.ts'

type Language = PlainSurvey['languages'][number]
const tags: Record<Language, 'zh-cn' | 'en'> = { 'zh-CN': 'zh-cn', en: 'en' }
const languages: readonly Language[] = ['zh-CN', 'en']

interface Worded {
  survey: PlainSurvey
  notes: Fault[]
}

/**
 * Puts the survey together in the languages that all of its texts exist in. Refused with LANGUAGE_INCOMPLETE, at each text
 * that is missing, when there is no such language.
 */
export function worded(
  file: SurveyFile,
  questions: readonly DraftQuestion[][],
  ownTitle: SurveyFile['title'],
): Outcome<Worded, Fault[]> {
  const title = file.title ?? ownTitle ?? { default: '问卷' }
  const texts = [...textsOf(file, title, questions)]
  const written = languageOf(file, texts)
  const lacking = (language: Language) =>
    texts.filter(([text]) => inLanguage(text, language, written) === null)
  const complete = languages.filter((language) => lacking(language).length === 0)
  if (complete.length === 0)
    return {
      ok: false,
      refusal: lacking(written).map(([, path]) => ({ code: 'LANGUAGE_INCOMPLETE', path })),
    }
  const say = (text: FileText): SurveyText =>
    Object.fromEntries(
      complete.map((language) => [tags[language], inLanguage(text, language, written) ?? '']),
    )
  return done({
    survey: {
      title: say(title),
      ...(file.description && { description: say(file.description) }),
      languages: complete,
      pages: file.pages.map((page, index) => ({
        name: `p${index + 1}`,
        ...(page.title && { title: say(page.title) }),
        ...(page.description && { description: say(page.description) }),
        elements: (questions[index] ?? []).map((question) => wordedQuestion(question, say)),
      })),
    },
    notes: leftOut(texts, complete),
  })
}

function wordedQuestion(question: DraftQuestion, say: (text: FileText) => SurveyText): PlainQuestion {
  const { type, name, isRequired, visibleIf, maxSelectedChoices, maxLength } = question
  const asked = {
    name,
    title: say(question.title),
    ...(question.description && { description: say(question.description) }),
    isRequired,
    ...(visibleIf !== undefined && { visibleIf }),
  }
  if (type === 'comment') return { type, ...asked, maxLength }
  const choices = question.choices.map(({ value, text }) => ({ value, text: say(text) }))
  if (type === 'radiogroup') return { type, ...asked, choices }
  return {
    type,
    ...asked,
    choices: choices.map((choice, index) =>
      question.choices[index]?.isExclusive ? { ...choice, isExclusive: true } : choice,
    ),
    ...(maxSelectedChoices !== undefined && { maxSelectedChoices }),
  }
}

function* textsOf(
  file: SurveyFile,
  title: FileText,
  questions: readonly DraftQuestion[][],
): Generator<[FileText, Fault['path']]> {
  yield [title, ['title']]
  if (file.description) yield [file.description, ['description']]
  for (const [index, page] of file.pages.entries()) {
    if (page.title) yield [page.title, ['pages', index, 'title']]
    if (page.description) yield [page.description, ['pages', index, 'description']]
    for (const { title, description, choices, path } of questions[index] ?? []) {
      yield [title, [...path, 'title']]
      if (description) yield [description, [...path, 'description']]
      for (const [place, { text }] of choices.entries()) yield [text, [...path, 'choices', place]]
    }
  }
}

/** The language the survey was written in: as it says, or by its characters. */
const languageOf = ({ locale }: SurveyFile, texts: readonly [FileText, Fault['path']][]): Language => {
  if (locale !== undefined && locale !== '') return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
  return texts.some(([{ default: text }]) => text !== undefined && /\p{Script=Han}/u.test(text))
    ? 'zh-CN'
    : 'en'
}

const inLanguage = (text: FileText, language: Language, written: Language): string | null =>
  text[tags[language]] ?? (language === written ? (text.default ?? null) : null)

/** Languages that are in the file and not asked in, each at the first text that has it; answers may be worded by us. */
const leftOut = (texts: readonly [FileText, Fault['path']][], complete: readonly Language[]): Fault[] => {
  const kept = ['default', ...complete.map((language) => tags[language])]
  const found = new Map<string, Fault>()
  for (const [text, path] of texts.filter(([, place]) => !place.includes('choices')))
    for (const language of Object.keys(text))
      if (!kept.includes(language) && !found.has(language))
        found.set(language, { code: 'LANGUAGE_LEFT_OUT', path, detail: { language } })
  return [...found.values()]
}
