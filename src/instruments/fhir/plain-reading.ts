import type { Instrument } from '../instrument.ts'
import type { Survey } from '../survey.ts'
import { reportLeftOut } from './left-out.ts'
import { type LocalText, readText } from './local-texts.ts'
import { loincOf } from './read-answers.ts'
import type { ReadItems, ReadQuestion } from './read-form.ts'
import { readItems } from './read-items.ts'
import { type DraftScale, readScales } from './read-scales.ts'
import { readRules, skipRules } from './read-skips.ts'
import { inScope } from './read-variables.ts'
import type { Language, Reading } from './reading.ts'
import type { FhirQuestionnaire } from './resource.ts'
import { surveyOfItems } from './survey-of-items.ts'

type Read<Key extends keyof Instrument> = Pick<Instrument, Key>

/** The parts of `instrument.json` that a form says, and those where it is safe to take the strictest. The others have to be given. */
export interface DraftInstrument
  extends Read<'title' | 'kind' | 'modes' | 'qualification' | 'languages' | 'provenance' | 'codings'>,
    Read<'items' | 'skips' | 'notFor' | 'missing' | 'advice' | 'loinc'> {
  id?: string
  version?: string
  terms?: { statement: string }
  scales: DraftScale[]
}

/** What a Questionnaire says to any reader. */
export interface PlainReading {
  instrument: DraftInstrument
  survey: Survey
}

/** Reads what the standard elements and extensions say. Without a title or a question there is nothing to take: null. */
export const readPlain = (reading: Reading, resource: FhirQuestionnaire): PlainReading | null => {
  reportLeftOut(reading, 'questionnaire', resource, [])
  if (resource.status !== 'active')
    reading.leftOut.push({
      code: 'FHIR_STATUS',
      path: ['status'],
      detail: { status: resource.status.slice(0, 40) },
    })
  const title = readText(reading, ['title'], resource.title || resource.name, resource._title)
  const found = readItems(
    reading,
    resource.item ?? [],
    resource.contained ?? [],
    inScope(new Map(), resource.extension),
  )
  const { questions } = found
  if (title === null) reading.faults.push({ code: 'NO_TEXT', path: ['title'] })
  if (questions.length === 0) reading.faults.push({ code: 'FHIR_NO_QUESTION', path: ['item'] })
  if (title === null || questions.length === 0) return null

  const first = questions[0]?.linkId === 'q0' ? 0 : 1
  const names = new Map(questions.map(({ linkId }, index) => [linkId, `q${index + first}`]))
  const rules = readRules(reading, questions)
  const languages = completeLanguages(reading, title, found)
  const source = [
    'FHIR Questionnaire',
    resource.url ?? resource.name ?? title[reading.language] ?? '',
    resource.version,
  ]
    .filter(Boolean)
    .join(' ')
    .replace(/[<>{}&\p{Cc}]/gu, ' ')
    .slice(0, 500)
  const scales = readScales(reading, found, names, rules, source)
  const scored = new Set(scales.flatMap(({ items }) => items))
  const { codings, codingOf } = codingsOf(questions)
  const skips = skipRules(rules, names)
  const statement = readStatement(reading, resource)
  const id = idOf(resource.name ?? title.en ?? '')
  const { version } = resource

  const instrument: DraftInstrument = {
    ...(id === '' ? {} : { id }),
    ...(version === undefined || version.length > 20 ? {} : { version }),
    title: inLanguages(title, languages),
    kind: 'scale',
    modes: ['client', 'interview'],
    qualification: null,
    languages,
    ...(statement === undefined ? {} : { terms: { statement } }),
    provenance: Object.fromEntries(
      languages.map((language) => [language, { status: 'oneSource', sources: [source], note: null }]),
    ),
    codings,
    items: questions.map((question, index) => {
      const name = `q${index + first}`
      const required = question.required || scored.has(name)
      return { id: name, coding: codingOf(question), required, loinc: question.loinc }
    }),
    skips,
    notFor: [],
    missing: { rule: 'noScore' },
    scales,
    advice: null,
    loinc: loincOf(resource.code),
  }
  return { instrument, survey: surveyOfItems(title, found, instrument) }
}

/** A statement of terms; one that is too long to be shown wherever the instrument is has to be given by hand. */
const readStatement = (reading: Reading, { copyright }: FhirQuestionnaire): string | undefined => {
  if ((copyright?.length ?? 0) <= 2000) return readText(reading, ['copyright'], copyright)?.[reading.language]
  reading.leftOut.push({ code: 'FHIR_TEXT', path: ['copyright'] })
  return undefined
}

/** `PHQ_9` and "PHQ 9" become `phq-9`. */
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')

const textsOf = (title: LocalText, { instructions, questions }: ReadItems): LocalText[] => [
  title,
  ...(instructions === null ? [] : [instructions]),
  ...questions.flatMap(({ text, description, answers }) => [
    text,
    ...(description === null ? [] : [description]),
    ...answers.map((answer) => answer.text),
  ]),
]

/** The languages in which there is every text; a language with gaps is left out and reported. */
const completeLanguages = (reading: Reading, title: LocalText, found: ReadItems): Language[] => {
  const texts = textsOf(title, found)
  return (['zh-CN', 'en'] as const).filter((language) => {
    const present = texts.filter((text) => text[language] !== undefined).length
    if (present > 0 && present < texts.length)
      reading.leftOut.push({ code: 'FHIR_TRANSLATION', path: [], detail: { language } })
    return present === texts.length
  })
}

const inLanguages = (text: LocalText, languages: readonly Language[]): LocalText =>
  Object.fromEntries(languages.map((language) => [language, text[language]]))

/** Questions answered alike share a coding. */
const codingsOf = (questions: readonly ReadQuestion[]) => {
  const codings: Instrument['codings'] = {}
  const names = new Map<string, string>()
  const keyOf = ({ answers }: ReadQuestion) =>
    JSON.stringify(answers.map(({ value, loinc }) => [value, loinc]))
  for (const question of questions) {
    const key = keyOf(question)
    if (names.has(key)) continue
    const name = `answers${names.size + 1}`
    names.set(key, name)
    codings[name] = question.answers.map(({ value, loinc }) => ({ value, loinc }))
  }
  return { codings, codingOf: (question: ReadQuestion) => names.get(keyOf(question)) ?? '' }
}
