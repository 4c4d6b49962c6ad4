import { type Fault, refusalOf } from './fault.ts'
import type { Instrument } from './instrument.ts'
import type { Outcome, Refusal } from './outcome.ts'
import { checkQuestionnaire, type Questionnaire } from './questionnaire.ts'
import { repeatedTexts } from './repeated-texts.ts'
import type { Survey, SurveyText } from './survey.ts'
import { baseVersion, wordingMark } from './version.ts'
import type { WordingPack } from './wording-pack.ts'

type Terms = Instrument['terms']

/**
 * Adds a wording to a questionnaire, checked item by item: every question and every answer has a text of its own and there is no other,
 * for exactly this version, in a language that is not there yet or there only in an unofficial translation. The scoring
 * stays as it is, the stricter terms hold, and the version is named after both. `file` is what faults are reported by.
 */
export const applyWordingPack = (
  questionnaire: Questionnaire,
  pack: WordingPack,
  file = 'wording-pack.json',
): Outcome<Questionnaire, Refusal[]> => {
  const faults = [...headFaults(questionnaire, pack), ...textFaults(questionnaire, pack)]
  if (faults.length > 0) return { ok: false, refusal: faults.map((fault) => refusalOf(file, fault)) }
  const { vectors } = questionnaire
  const worded = {
    instrument: instrumentWith(questionnaire, pack),
    survey: surveyWith(questionnaire, pack),
    vectors,
  }
  const { id } = questionnaire.instrument
  return checkQuestionnaire(worded, (part) => ({ file: `${id}/${part}.json`, path: [] }))
}

/** What a wording has to be where the terms ask for the official one. */
export const mayBeOfficial: readonly string[] = ['officialCopy', 'officialReported']

function* headFaults({ instrument, survey }: Questionnaire, pack: WordingPack): Generator<Fault> {
  if (pack.instrument !== instrument.id) yield { code: 'OTHER_INSTRUMENT', path: ['instrument'] }
  if (pack.instrumentVersion !== baseVersion(instrument.version))
    yield {
      code: 'OTHER_VERSION',
      path: ['instrumentVersion'],
      detail: { version: baseVersion(instrument.version) },
    }
  const official = mayBeOfficial.includes(pack.provenance.status)
  const present = instrument.provenance[pack.language]?.status
  if (present !== undefined && !(present === 'unofficialTranslation' && official))
    yield { code: 'LANGUAGE_PRESENT', path: ['language'] }
  if ((instrument.terms.officialTranslationOnly || pack.terms.officialTranslationOnly) && !official)
    yield { code: 'OFFICIAL_WORDING_NEEDED', path: ['provenance', 'status'] }
  else if (instrument.terms.noModification && pack.provenance.status === 'own')
    yield { code: 'TRANSLATION_NOT_ALLOWED', path: ['provenance', 'status'] }
  if (pack.instructions === null && survey.description !== undefined)
    yield { code: 'TEXT_MISSING', path: ['instructions'] }
  if (pack.instructions !== null && survey.description === undefined)
    yield { code: 'TEXT_NOT_ASKED_FOR', path: ['instructions'] }
}

function* textFaults({ instrument }: Questionnaire, { items, answers }: WordingPack): Generator<Fault> {
  const ids = new Set(instrument.items.map(({ id }) => id))
  for (const id of ids) if (!Object.hasOwn(items, id)) yield { code: 'TEXT_MISSING', path: ['items', id] }
  for (const id of Object.keys(items)) if (!ids.has(id)) yield { code: 'UNKNOWN_ITEM', path: ['items', id] }
  const [named, worded] = [Object.keys(items), Object.values(items)]
  for (const at of repeatedTexts(worded)) yield { code: 'TEXT_TWICE', path: ['items', named[at] ?? ''] }
  for (const [name, coding] of Object.entries(instrument.codings)) {
    const texts = answers[name] ?? {}
    const [numbers, meant] = [Object.keys(texts), Object.values(texts)]
    for (const at of repeatedTexts(meant))
      yield { code: 'TEXT_TWICE', path: ['answers', name, numbers[at] ?? ''] }
    const values = new Set(coding.map(({ value }) => String(value)))
    for (const value of values)
      if (!Object.hasOwn(texts, value)) yield { code: 'TEXT_MISSING', path: ['answers', name, value] }
    for (const value of Object.keys(texts))
      if (!values.has(value)) yield { code: 'ANSWER_OUTSIDE_CODING', path: ['answers', name, value] }
  }
  for (const name of Object.keys(answers))
    if (!(name in instrument.codings)) yield { code: 'UNKNOWN_CODING', path: ['answers', name] }
}

const instrumentWith = ({ instrument }: Questionnaire, pack: WordingPack): Instrument => ({
  ...instrument,
  version: `${instrument.version}${wordingMark}${pack.version}`,
  title: { ...instrument.title, [pack.language]: pack.title },
  languages: [...new Set([...instrument.languages, pack.language])],
  provenance: { ...instrument.provenance, [pack.language]: pack.provenance },
  terms: bothTerms(instrument.terms, pack.terms),
})

/** What either forbids is forbidden, and both statements are shown. */
const bothTerms = (own: Terms, added: Terms): Terms => ({
  ...own,
  statement: own.statement === added.statement ? own.statement : `${own.statement}\n${added.statement}`,
  nonCommercial: own.nonCommercial || added.nonCommercial,
  noModification: own.noModification || added.noModification,
  officialTranslationOnly: own.officialTranslationOnly || added.officialTranslationOnly,
  credit: own.credit === added.credit ? own.credit : [own.credit, added.credit].filter(Boolean).join('\n'),
})

const surveyWith = ({ instrument, survey }: Questionnaire, pack: WordingPack): Survey => {
  const worded = (text: SurveyText, wording: string): SurveyText => ({
    ...text,
    [pack.language === 'en' ? 'en' : 'zh-cn']: wording,
  })
  const codingOf = (name: string) => instrument.items.find(({ id }) => id === name)?.coding ?? ''
  return {
    ...survey,
    title: worded(survey.title, pack.title),
    ...(survey.description === undefined || pack.instructions === null
      ? {}
      : { description: worded(survey.description, pack.instructions) }),
    pages: survey.pages.map((page) => ({
      ...page,
      elements: page.elements.map((question) => ({
        ...question,
        title: worded(question.title, pack.items[question.name] ?? ''),
        choices: question.choices.map(({ value, text }) => ({
          value,
          text: worded(text, pack.answers[codingOf(question.name)]?.[value] ?? ''),
        })),
      })),
    })),
  }
}
