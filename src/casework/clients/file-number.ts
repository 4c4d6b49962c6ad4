/** File numbers after the highest given in this year: `2026-0007` and on, past `2026-9999` to five digits. */
export function* fileNumbersAfter(taken: Iterable<string>, year: number): Generator<string, never> {
  let highest = 0
  for (const number of taken) {
    const [, yearPart, sequence] = /^(\d{4})-(\d{4,})$/.exec(number) ?? []
    if (Number(yearPart) === year) highest = Math.max(highest, Number(sequence))
  }
  for (;;) yield `${year}-${String(++highest).padStart(4, '0')}`
}

/** The first of `fileNumbersAfter`. */
export const nextFileNumber = (taken: Iterable<string>, year: number): string =>
  fileNumbersAfter(taken, year).next().value
