/** The file number after the highest given in this year: `2026-0007`, and on past `2026-9999` to five digits. */
export function nextFileNumber(taken: Iterable<string>, year: number): string {
  let highest = 0
  for (const number of taken) {
    const [, yearPart, sequence] = /^(\d{4})-(\d{4,})$/.exec(number) ?? []
    if (Number(yearPart) === year) highest = Math.max(highest, Number(sequence))
  }
  return `${year}-${String(highest + 1).padStart(4, '0')}`
}
