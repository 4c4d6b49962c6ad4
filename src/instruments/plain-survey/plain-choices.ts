import type { Fault } from '../fault.ts'
import type { FileQuestion, FileText } from './survey-file.ts'

/** An answer to choose: its number here, its text, and what the file called it. */
export interface DraftChoice {
  value: number
  text: FileText
  /** As conditions of the file name it. */
  from: string
  isExclusive?: true
}

type Report = (fault: Fault) => void

const own = {
  yes: { 'zh-cn': '是', en: 'Yes' },
  no: { 'zh-cn': '否', en: 'No' },
  none: { 'zh-cn': '以上都没有', en: 'None of these' },
  other: { 'zh-cn': '其他', en: 'Other' },
}

/** The answers a question offers, numbered in order from 1; those of a rating keep their own numbers. */
export function choicesOf(
  question: FileQuestion,
  path: Fault['path'],
  fault: Report,
  note: Report,
): DraftChoice[] {
  const choices = listed(question, path, note)
  const seen = new Set<string>()
  for (const [index, { from }] of choices.entries()) {
    if (seen.has(from))
      fault({ code: 'DUPLICATE_ANSWER', path: [...path, 'choices', index], detail: { value: from } })
    seen.add(from)
  }
  if (question.type !== 'comment' && question.type !== 'text' && choices.length < 2)
    fault({ code: 'TOO_FEW_CHOICES', path })
  return choices
}

function listed(question: FileQuestion, path: Fault['path'], note: Report): DraftChoice[] {
  switch (question.type) {
    case 'comment':
    case 'text':
      return []
    case 'boolean': {
      const { labelTrue = own.yes, labelFalse = own.no, valueTrue, valueFalse } = question
      return [choice(1, labelTrue, valueTrue), choice(2, labelFalse, valueFalse)]
    }
    case 'rating':
      return ratingChoices(question)
    default: {
      const { choices, showNoneItem, noneText = own.none, showOtherItem, otherText = own.other } = question
      const all = choices.map(({ value, text }, index) => choice(index + 1, text ?? wordsOf(value), value))
      if (showOtherItem) {
        all.push(choice(all.length + 1, otherText, 'other'))
        note({ code: 'OTHER_WITHOUT_WORDS', path: [...path, 'showOtherItem'] })
      }
      if (showNoneItem) all.push({ ...choice(all.length + 1, noneText, 'none'), isExclusive: true })
      return all
    }
  }
}

function ratingChoices(question: Extract<FileQuestion, { type: 'rating' }>): DraftChoice[] {
  const { rateMin, rateStep, rateCount, rateValues } = question
  if (rateValues !== undefined)
    return rateValues.map(({ value, text }, index) => choice(index + 1, text ?? wordsOf(value), value))
  const rateMax = question.rateMax ?? (rateCount === undefined ? 5 : rateMin + (rateCount - 1) * rateStep)
  const values = Array.from(
    { length: Math.max(0, Math.floor((rateMax - rateMin) / rateStep) + 1) },
    (_, step) => rateMin + step * rateStep,
  ).slice(0, 61)
  return values.map((value, index) => {
    const ends: (FileText | undefined)[] = []
    if (index === 0) ends.push(question.minRateDescription)
    if (index === values.length - 1) ends.push(question.maxRateDescription)
    const meaning = ends.find((text) => text !== undefined)
    return choice(value, meaning === undefined ? wordsOf(value) : inFront(value, meaning), value)
  })
}

const inFront = (value: number, text: FileText): FileText =>
  Object.fromEntries(Object.entries(text).map(([language, words]) => [language, `${value} · ${words}`]))

const choice = (value: number, text: FileText, from: string | number | boolean): DraftChoice => ({
  value,
  text,
  from: sourceOf(from),
})

/** How a value of the file is told from others: as SurveyJS compares, without regard to case or to number or text. */
export const sourceOf = (value: string | number | boolean): string => String(value).trim().toLowerCase()

/** A value that has no text is shown as it is; one that is no plain text is refused later, where texts are checked. */
const wordsOf = (value: string | number | boolean): FileText =>
  typeof value === 'number' ? { 'zh-cn': String(value), en: String(value) } : { default: String(value) }
