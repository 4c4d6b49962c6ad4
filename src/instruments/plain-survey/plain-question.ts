import type { Fault } from '../fault.ts'
import { choicesOf, type DraftChoice, sourceOf } from './plain-choices.ts'
import { type Condition, readCondition, writeCondition } from './plain-condition.ts'
import { plainSurveyLimits } from './plain-survey.ts'
import type { FileQuestion, FileText, SurveyFile } from './survey-file.ts'

/** A question of a plain survey with its texts still as the file has them. */
export interface DraftQuestion {
  type: 'radiogroup' | 'checkbox' | 'comment'
  name: string
  title: FileText
  description: FileText | undefined
  isRequired: boolean
  visibleIf: string | undefined
  choices: DraftChoice[]
  maxSelectedChoices: number | undefined
  maxLength: number
  path: Fault['path']
}

type Report = (fault: Fault) => void

const shortestCap = 500

/** Gives every question its number and every answer its whole number, and rewrites the conditions accordingly. */
export function numbered(file: SurveyFile, fault: Report, note: Report): DraftQuestion[][] {
  const earlier = new Map<string, DraftQuestion>()
  return file.pages.map((page, pageIndex) =>
    page.elements.map((question, index) => {
      const path = ['pages', pageIndex, 'elements', index]
      const choices = choicesOf(question, path, fault, note)
      const draft: DraftQuestion = {
        type: typeOf(question),
        name: `q${earlier.size + 1}`,
        title: question.title ?? { default: question.name.replaceAll(/[<>{}&\p{Cc}]/gu, ' ') },
        description: question.description,
        isRequired: question.isRequired ?? false,
        visibleIf: undefined,
        choices,
        maxSelectedChoices: mostChosen(question, choices),
        maxLength: 'maxLength' in question ? (question.maxLength ?? shortestCap) : shortestCap,
        path,
      }
      if (question.visibleIf !== undefined)
        draft.visibleIf = conditionOf(question.visibleIf, earlier, [...path, 'visibleIf'], fault)
      // SurveyJS tells names apart only by their letters, not by their case.
      const name = question.name.trim().toLowerCase()
      if (earlier.has(name)) fault({ code: 'DUPLICATE_QUESTION', path: [...path, 'name'] })
      earlier.set(earlier.has(name) ? `${name} ${earlier.size}` : name, draft)
      return draft
    }),
  )
}

const typeOf = ({ type }: FileQuestion): DraftQuestion['type'] => {
  if (type === 'checkbox') return 'checkbox'
  return type === 'comment' || type === 'text' ? 'comment' : 'radiogroup'
}

const mostChosen = (question: FileQuestion, choices: readonly DraftChoice[]): number | undefined => {
  if (question.type !== 'checkbox' || !question.maxSelectedChoices) return undefined
  return Math.min(question.maxSelectedChoices, choices.length, plainSurveyLimits.choices)
}

/** The condition over numbered questions; only questions asked earlier decide, so there are no circles. */
function conditionOf(
  text: string,
  earlier: ReadonlyMap<string, DraftQuestion>,
  path: Fault['path'],
  fault: Report,
): string | undefined {
  const read = readCondition(text)
  if (read === null) {
    fault({ code: 'CONDITION_NOT_UNDERSTOOD', path })
    return undefined
  }
  const faults: Fault[] = []
  const condition: Condition = read.map((all) =>
    all.map((one) => {
      const asked = earlier.get(one.question.trim().toLowerCase())
      if (asked === undefined) {
        faults.push({ code: 'CONDITION_LOOKS_AHEAD', path, detail: { question: one.question } })
        return one
      }
      const choice = asked.choices.find(({ from }) => from === sourceOf(one.value))
      // Several answers are never one value, and one value contains none.
      if ((asked.type === 'checkbox') !== (one.is === 'contains'))
        faults.push({ code: 'CONDITION_NOT_UNDERSTOOD', path })
      else if (choice === undefined)
        faults.push({ code: 'CONDITION_VALUE_NOT_OFFERED', path, detail: { value: String(one.value) } })
      return { question: asked.name, is: one.is, value: choice?.value ?? 0 }
    }),
  )
  for (const found of faults) fault(found)
  return faults.length > 0 ? undefined : writeCondition(condition)
}
