import { reportLeftOut } from './left-out.ts'
import { type LocalText, readText } from './local-texts.ts'
import type { Path, Reading } from './reading.ts'
import type { AnswerOption, Coding, Contained, Extension, Item } from './resource.ts'
import { urls } from './urls.ts'

/** One answer to choose, with the number it scores. */
export interface ReadAnswer {
  value: number
  text: LocalText
  /** LOINC answer code. */
  loinc: string | null
  /** How conditions name it; null for an answer that is a plain number. */
  code: string | null
}

/** The answers of a question; null, with a report, when they are not two to twenty different whole numbers with a text. */
export const readAnswers = (
  reading: Reading,
  item: Item,
  path: Path,
  contained: readonly Contained[],
): ReadAnswer[] | null => {
  const options = item.answerOption?.map((option, index) => ({
    option,
    at: [...path, 'answerOption', index] as Path,
  }))
  const listed =
    options ??
    optionsOfValueSet(item, contained).map((option) => ({
      option,
      at: [...path, 'answerValueSet'] as Path,
    }))
  const answers: ReadAnswer[] = []
  for (const { option, at } of listed) {
    const answer = readAnswer(reading, option, at)
    if (answer === null) {
      reading.leftOut.push({ code: 'FHIR_ANSWER', path: at })
      return null
    }
    answers.push(answer)
  }
  const codes = answers.flatMap(({ code }) => code ?? [])
  const different =
    new Set(answers.map(({ value }) => value)).size === answers.length && new Set(codes).size === codes.length
  if (different && answers.length >= 2 && answers.length <= 20) return answers
  reading.leftOut.push({ code: 'FHIR_ANSWER', path })
  return null
}

const readAnswer = (reading: Reading, option: AnswerOption, path: Path): ReadAnswer | null => {
  reportLeftOut(reading, 'option', option, path)
  const { valueCoding: coding, valueInteger } = option
  if (coding === undefined) {
    if (valueInteger === undefined) return null
    const text = readText(reading, path, String(valueInteger))
    const weighsOtherwise = (ordinalIn(option.extension) ?? valueInteger) !== valueInteger
    return text === null || weighsOtherwise ? null : { value: valueInteger, text, loinc: null, code: null }
  }
  const at = [...path, 'valueCoding']
  reportLeftOut(reading, 'coding', coding, at)
  const value = ordinalIn(option.extension) ?? ordinalIn(coding.extension) ?? numberIn(coding)
  const text = readText(reading, [...at, 'display'], coding.display, coding._display)
  if (value === null || !Number.isInteger(value) || text === null) return null
  return { value, text, loinc: loincOf([coding]), code: coding.code ?? null }
}

const ordinalUrls: readonly string[] = [urls.ordinalValue, urls.itemWeight, urls.valueSetOrdinal]

const ordinalIn = (extensions: readonly Extension[] | undefined): number | null => {
  const found = extensions?.find(({ url }) => ordinalUrls.includes(url))
  return found?.valueDecimal ?? found?.valueInteger ?? null
}

/** A code that is a number, as in lists of answers numbered 0, 1, 2 …; LOINC's codes are none. */
const numberIn = ({ code = '' }: Coding): number | null => (/^-?\d{1,4}$/.test(code) ? Number(code) : null)

export const loincOf = (codings: readonly Coding[] | undefined): string | null =>
  codings?.find(({ system }) => system === urls.loinc)?.code ?? null

/** A list of answers that stands in the resource itself, as options. */
const optionsOfValueSet = ({ answerValueSet }: Item, contained: readonly Contained[]): AnswerOption[] => {
  const found = contained.find(
    ({ resourceType, id }) => resourceType === 'ValueSet' && id !== undefined && answerValueSet === `#${id}`,
  )
  const concepts =
    found?.expansion?.contains ??
    found?.compose?.include.flatMap(({ system, concept = [] }) =>
      concept.map((one) => ({ ...(system === undefined ? {} : { system }), ...one })),
    )
  return (concepts ?? []).map((valueCoding) => ({ valueCoding }))
}
