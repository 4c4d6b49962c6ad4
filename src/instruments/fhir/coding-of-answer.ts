import type { Instrument } from '../instrument.ts'
import type { Coding } from './resource.ts'
import { codingUrl, urls } from './urls.ts'

/** How an answer to a question is coded: by LOINC where that is confirmed for every answer of the list, else by its number. */
export const codingOfAnswer = (
  { id, items, codings }: Instrument,
  question: string,
  value: number,
): Required<Pick<Coding, 'system' | 'code'>> => {
  const name = items.find((item) => item.id === question)?.coding ?? ''
  const answers = codings[name] ?? []
  const loinc = answers.every((answer) => answer.loinc !== null)
    ? answers.find((answer) => answer.value === value)?.loinc
    : undefined
  return loinc == null
    ? { system: codingUrl(id, name), code: String(value) }
    : { system: urls.loinc, code: loinc }
}
