import { type Fault, refusalOf, shapeFaults } from '../fault.ts'
import { withoutDecoration } from '../left-out.ts'
import { done, type Outcome, type Refusal } from '../outcome.ts'
import { readJson } from '../read-json.ts'
import { shortened } from '../shortened.ts'
import { numbered } from './plain-question.ts'
import { type PlainSurvey, plainSurveyLimits, plainSurveySchema } from './plain-survey.ts'
import { questionTypes, type SurveyFile, surveyFileSchema } from './survey-file.ts'
import { worded } from './survey-wording.ts'

/** A file that can be asked, and what of it is not shown here. */
export interface PlainSurveyRead {
  survey: PlainSurvey
  /** `PART_LEFT_OUT`, `LANGUAGE_LEFT_OUT`, `OTHER_WITHOUT_WORDS`: left out without harm, by path. */
  notes: Refusal[]
}

/**
 * Reads a SurveyJS file as a plain survey: questions with answers to choose and words to write, shown under simple
 * conditions. What only decorates is left out and noted; everything else that is not known is refused, with file and path.
 */
export function readPlainSurvey(file: string, text: string): Outcome<PlainSurveyRead, Refusal[]> {
  const notes: Fault[] = []
  let within: Fault['path'] = []
  const named = (faults: readonly Fault[]) =>
    faults.map(({ path, ...fault }) =>
      refusalOf(file, { ...fault, path: startsWith(path, within) ? path.slice(within.length) : path }),
    )
  const refuse = (faults: readonly Fault[]) => ({ ok: false as const, refusal: shortened(named(faults)) })

  const parsed = parse(text)
  if (!parsed.ok) return refuse(parsed.refusal)
  const laidOut = asPages(parsed.value)
  if (laidOut !== parsed.value) within = ['pages', 0]
  const strange = strangeQuestions(laidOut)
  if (strange.length > 0) return refuse(strange)
  const shaped = surveyFileSchema.safeParse(undecorated(laidOut, (fault) => notes.push(fault)))
  if (!shaped.success) return refuse(shapeFaults(shaped.error))

  const faults: Fault[] = []
  const count = shaped.data.pages.reduce((sum, { elements }) => sum + elements.length, 0)
  if (count > plainSurveyLimits.questions)
    faults.push({
      code: 'TOO_MANY_QUESTIONS',
      path: ['pages'],
      detail: { most: plainSurveyLimits.questions },
    })
  const questions = numbered(
    shaped.data,
    (fault) => faults.push(fault),
    (fault) => notes.push(fault),
  )
  if (faults.length > 0) return refuse(faults)

  const said = worded(shaped.data, questions, titleFrom(file))
  if (!said.ok) return refuse(said.refusal)
  const checked = plainSurveySchema.safeParse(said.value.survey)
  if (!checked.success) return refuse(shapeFaults(checked.error))
  return done({ survey: checked.data, notes: shortened(named([...notes, ...said.value.notes])) })
}

const parse = (text: string): Outcome<unknown, Fault[]> =>
  text.length > plainSurveyLimits.characters
    ? { ok: false, refusal: [{ code: 'SURVEY_TOO_LARGE', path: [] }] }
    : readJson(text.replace(/^\ufeff/, ''))

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found)

const startsWith = (path: Fault['path'], beginning: Fault['path']): boolean =>
  beginning.every((step, place) => path[place] === step)

/** A survey of one page may be written without it. */
const asPages = (found: unknown): unknown => {
  if (!isObject(found) || 'pages' in found || !('elements' in found)) return found
  const { elements, ...survey } = found
  return { ...survey, pages: [{ name: 'page1', elements }] }
}

const elementsOf = (found: unknown): [unknown, Fault['path']][] =>
  isObject(found) && Array.isArray(found.pages)
    ? found.pages.flatMap((page, index) =>
        isObject(page) && Array.isArray(page.elements)
          ? page.elements.map((element, place): [unknown, Fault['path']] => [
              element,
              ['pages', index, 'elements', place],
            ])
          : [],
      )
    : []

/** Said on their own: nobody is helped by hearing what else is odd about a kind of question that is not asked here. */
const strangeQuestions = (found: unknown): Fault[] =>
  elementsOf(found).flatMap(([element, path]): Fault[] =>
    isObject(element) && !questionTypes.includes(element.type)
      ? [
          {
            code: 'QUESTION_TYPE_NOT_ASKED',
            path: [...path, 'type'],
            detail: { type: String(element.type).slice(0, 40) },
          },
        ]
      : [],
  )

const undecorated = (found: unknown, note: (fault: Fault) => void): unknown => {
  const survey = withoutDecoration(found, 'survey', [], note)
  if (!isObject(survey) || !Array.isArray(survey.pages)) return survey
  const pages = survey.pages.map((one: unknown, index) => {
    const path = ['pages', index]
    const page = withoutDecoration(one, 'page', path, note)
    if (!isObject(page) || !Array.isArray(page.elements)) return page
    const elements = page.elements.map((element: unknown, place) =>
      withoutDecoration(element, 'question', [...path, 'elements', place], note),
    )
    return { ...page, elements }
  })
  return { ...survey, pages }
}

/** What a survey without a title is called. */
const titleFrom = (file: string): SurveyFile['title'] => {
  const name = file
    .replace(/\.json$/i, '')
    .replaceAll(/[<>{}&\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 100)
  return { default: name === '' ? '问卷' : name }
}
