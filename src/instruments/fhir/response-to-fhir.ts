import { answerValues, type Instrument } from '../instrument.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Answers, Vectors } from '../vectors.ts'
import { codingOfAnswer } from './coding-of-answer.ts'
import type { LocalText } from './local-texts.ts'
import { primaryLanguage, scaleText } from './questionnaire-to-fhir.ts'
import type { Language } from './reading.ts'
import type { Coding, Extension } from './resource.ts'
import { bandsUrl, instrumentUrl, scoreLinkId, urls } from './urls.ts'

/** One assessment, with the names a reader of the file needs. */
export interface AnsweredQuestionnaire {
  /** `[A-Za-z0-9.-]`, 64 at most. */
  id: string
  language: Language
  /** The client, as the receiver is to know them. */
  client: { name: string; fileNumber: string | null }
  /** Whose answers these are. */
  rater: { kind: 'self' } | { kind: 'informant'; relation: string } | { kind: 'staff'; name: string }
  /** Who entered the answers; null when they were given on the client's own page. */
  enteredBy: string | null
  /** When the last answer was given, ISO 8601 with a time zone. */
  answeredAt: string
  answers: Answers
  result: Pick<Vectors['cases'][number]['result'], 'status' | 'scores' | 'bands'>
  /** What has to stand with every score, such as that it was prorated. */
  scoreNote: string | null
}

interface Reference {
  type: 'Patient' | 'RelatedPerson' | 'Practitioner'
  display: string
  identifier?: { value: string }
}

interface ResponseItem {
  linkId: string
  text: string
  answer: { extension?: Extension[]; valueCoding?: Coding; valueDecimal?: number }[]
}

/** A FHIR R4 `QuestionnaireResponse`. */
export interface FhirResponse {
  resourceType: 'QuestionnaireResponse'
  id: string
  language: Language
  extension: Extension[]
  questionnaire: string
  status: 'completed'
  subject: Reference
  authored: string
  author?: Reference
  source: Reference
  item: ResponseItem[]
}

/** One assessment as FHIR R4: identifiable, for a recorded disclosure. Scores are answers to the score items of the Questionnaire. */
export const responseToFhir = (
  { instrument, survey }: Pick<Questionnaire, 'instrument' | 'survey'>,
  assessment: AnsweredQuestionnaire,
): FhirResponse => {
  const { id, language, client, enteredBy, answeredAt, answers, result } = assessment
  const subject: Reference = {
    type: 'Patient',
    display: client.name,
    ...(client.fileNumber === null ? {} : { identifier: { value: client.fileNumber } }),
  }
  const worded = wordedIn(instrument, language)
  const questions = survey.pages.flatMap(({ elements }) => elements)
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    language,
    extension: [{ url: urls.scoreStatus, valueCode: result.status }],
    questionnaire: `${instrumentUrl(instrument.id)}|${instrument.version}`,
    status: 'completed',
    subject,
    authored: answeredAt,
    ...(enteredBy === null ? {} : { author: { type: 'Practitioner', display: enteredBy } }),
    source: sourceOf(assessment.rater, subject),
    item: [
      ...questions.flatMap(({ name, title, choices }): ResponseItem[] => {
        const value = answers[name]
        if (value === undefined || !answerValues(instrument, name).includes(value)) return []
        const text = choices.find((choice) => choice.value === value)?.text ?? {}
        const valueCoding: Coding = {
          extension: [{ url: urls.ordinalValue, valueDecimal: value }],
          ...codingOfAnswer(instrument, name, value),
          display: worded({ 'zh-CN': text['zh-cn'] ?? '', en: text.en ?? '' }),
        }
        return [
          {
            linkId: name,
            text: worded({ 'zh-CN': title['zh-cn'] ?? '', en: title.en ?? '' }),
            answer: [{ valueCoding }],
          },
        ]
      }),
      ...scoreItems(instrument, assessment),
    ],
  }
}

const scoreItems = (
  instrument: Instrument,
  { language, result, scoreNote }: AnsweredQuestionnaire,
): ResponseItem[] => {
  const worded = wordedIn(instrument, language)
  return instrument.scales.flatMap((scale): ResponseItem[] => {
    const score = result.scores[scale.id]
    if (score === undefined) return []
    const band = scale.bands.find(({ id }) => id === result.bands[scale.id])
    const text = worded(scaleText(instrument, scale))
    const named: Extension[] =
      band === undefined
        ? []
        : [
            {
              url: urls.band,
              valueCoding: {
                system: bandsUrl(instrument.id, scale.id),
                code: band.id,
                display: band.label[language],
              },
            },
          ]
    return [
      {
        linkId: scoreLinkId(scale.id),
        text: scoreNote === null ? text : `${text} (${scoreNote})`,
        answer: [{ ...(named.length === 0 ? {} : { extension: named }), valueDecimal: score }],
      },
    ]
  })
}

const sourceOf = (rater: AnsweredQuestionnaire['rater'], subject: Reference): Reference => {
  switch (rater.kind) {
    case 'self':
      return subject
    case 'informant':
      return { type: 'RelatedPerson', display: rater.relation }
    case 'staff':
      return { type: 'Practitioner', display: rater.name }
  }
}

/** The wording in the language asked for, or in the one the instrument has. */
const wordedIn =
  (instrument: Instrument, language: Language) =>
  (text: LocalText): string =>
    text[language] || text[primaryLanguage(instrument)] || ''
