import type { Instrument } from '../instrument.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Scale } from '../scale.ts'
import type { Question, SurveyText } from '../survey.ts'
import { codingOfAnswer } from './coding-of-answer.ts'
import { filesExtension } from './files-extension.ts'
import { itemText, type LocalText, translationsOf } from './local-texts.ts'
import type { Coding, EnableWhen, FhirQuestionnaire, Item } from './resource.ts'
import { answerVariables, scoreExpression } from './score-expression.ts'
import { instrumentUrl, scoreLinkId, urls } from './urls.ts'

/**
 * A questionnaire as FHIR R4: choices with `ordinalValue`, skip rules as `enableWhen`, scores as hidden items with an SDC
 * `calculatedExpression`, and our own files in an extension, so that it imports again without loss.
 */
export const questionnaireToFhir = (questionnaire: Questionnaire): FhirQuestionnaire => {
  const { instrument, survey } = questionnaire
  const language = primaryLanguage(instrument)
  const questions = survey.pages.flatMap(({ elements }) => elements)
  const titles = translationsOf(instrument.title, language)
  const instructions: Item[] =
    survey.description === undefined
      ? []
      : [{ linkId: 'instructions', type: 'display', ...itemText(localText(survey.description), language) }]
  return {
    resourceType: 'Questionnaire',
    language,
    extension: [...answerVariables(instrument), filesExtension(questionnaire)],
    url: instrumentUrl(instrument.id),
    version: instrument.version,
    name: nameOf(instrument.id),
    title: instrument.title[language] ?? '',
    ...(titles === null ? {} : { _title: titles }),
    status: 'active',
    copyright: copyrightOf(instrument),
    ...codes(instrument.loinc),
    item: [
      ...instructions,
      ...questions.map((question) => questionItem(instrument, question, questions)),
      ...instrument.scales.map((scale) => scoreItem(instrument, scale)),
    ],
  }
}

export const primaryLanguage = ({ languages }: Pick<Instrument, 'languages'>): 'zh-CN' | 'en' =>
  languages.includes('zh-CN') ? 'zh-CN' : 'en'

/** What a scale is called, in every language. */
export const scaleText = ({ title }: Pick<Instrument, 'title'>, { label }: Scale): LocalText => label ?? title

const localText = (text: SurveyText): LocalText => ({
  ...(text['zh-cn'] === undefined ? {} : { 'zh-CN': text['zh-cn'] }),
  ...(text.en === undefined ? {} : { en: text.en }),
})

/** FHIR wants names that begin with a capital letter and hold no hyphen. */
const nameOf = (id: string): string => {
  const name = id.toUpperCase().replaceAll('-', '_')
  return /^[A-Z]/.test(name) ? name : `I_${name}`
}

/** The terms, and the mark of every wording that is not official. */
const copyrightOf = ({ terms, provenance }: Instrument): string => {
  const unofficial = Object.entries(provenance)
    .filter(([, { status }]) => status === 'unofficialTranslation')
    .map(([language]) => `${language}: 非官方译本 (unofficial translation)`)
  return [terms.statement, terms.credit, terms.url, ...unofficial].filter((line) => line !== null).join('\n')
}

const codes = (loinc: string | null): { code?: Coding[] } =>
  loinc === null ? {} : { code: [{ system: urls.loinc, code: loinc }] }

const questionItem = (instrument: Instrument, question: Question, questions: readonly Question[]): Item => {
  const { name, title, description, choices } = question
  const language = primaryLanguage(instrument)
  const item = instrument.items.find(({ id }) => id === name)
  const enableWhen = enableWhenOf(instrument, name, questions)
  return {
    linkId: name,
    ...codes(item?.loinc ?? null),
    ...itemText(localText(title), language),
    type: 'choice',
    ...(enableWhen.length === 0 ? {} : { enableWhen, enableBehavior: 'any' }),
    required: item?.required ?? false,
    answerOption: choices.map(({ value, text }) => {
      const display = localText(text)
      const translations = translationsOf(display, language)
      return {
        extension: [{ url: urls.ordinalValue, valueDecimal: value }],
        valueCoding: {
          ...codingOfAnswer(instrument, name, value),
          display: display[language] ?? '',
          ...(translations === null ? {} : { _display: translations }),
        },
      }
    }),
    ...(description === undefined
      ? {}
      : {
          item: [{ linkId: `${name}-help`, type: 'display', ...itemText(localText(description), language) }],
        }),
  }
}

/** Codes have no order in FHIR, so a rule names each answer after which the question is asked. */
const enableWhenOf = (instrument: Instrument, name: string, questions: readonly Question[]): EnableWhen[] => {
  const rule = instrument.skips.find(({ items }) => items.includes(name))
  if (rule === undefined) return []
  const { askedIfAny, atLeast, atMost } = rule
  return askedIfAny.flatMap((question) => {
    const choices = questions.find((asked) => asked.name === question)?.choices ?? []
    return choices
      .filter(({ value }) => value >= atLeast && (atMost === null || value <= atMost))
      .map(({ value }) => ({
        question,
        operator: '=',
        answerCoding: codingOfAnswer(instrument, question, value),
      }))
  })
}

const scoreItem = (instrument: Instrument, scale: Scale): Item => {
  const expression = scoreExpression(instrument, scale)
  return {
    linkId: scoreLinkId(scale.id),
    ...codes(scale.loinc),
    ...itemText(scaleText(instrument, scale), primaryLanguage(instrument)),
    // Prorated scores and means are no whole numbers.
    type: 'decimal',
    required: false,
    readOnly: true,
    extension: [
      { url: urls.hidden, valueBoolean: true },
      ...(expression === null
        ? []
        : [
            {
              url: urls.calculatedExpression,
              valueExpression: { language: 'text/fhirpath', expression },
            },
          ]),
    ],
  }
}
