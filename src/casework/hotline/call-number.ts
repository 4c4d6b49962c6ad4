import { fileNumbersAfter } from '../clients/file-number.ts'

const letter = 'R'

/** The number after the highest given in this year, as staff read it out: `R2026-0007` (R for 热线). No caller can be told from it. */
export const nextCallNumber = (taken: Iterable<string>, year: number): string => {
  const numbers = [...taken].filter((number) => number.startsWith(letter)).map((number) => number.slice(1))
  return `${letter}${fileNumbersAfter(numbers, year).next().value}`
}
