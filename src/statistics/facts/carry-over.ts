/** So many years after somebody last said how things stand, it is still said anew each January. */
const yearsCarried = 2

/**
 * How things stand, month by month in which something was said of it, and again every January until it changes: pseudonyms last a
 * calendar year, so what stands has to be said under each of them. Gives a day of each month, oldest first.
 */
export function carriedOver<T>(said: readonly { day: string; value: T }[]): { day: string; value: T }[] {
  const inOrder = said.toSorted((a, b) => a.day.localeCompare(b.day))
  const lastOfMonth = [...new Map(inOrder.map((one) => [one.day.slice(0, 7), one])).values()]
  return lastOfMonth.flatMap((one, position) => {
    const year = Number(one.day.slice(0, 4))
    const next = lastOfMonth[position + 1]?.day.slice(0, 7)
    const lastYear = next === undefined ? year + yearsCarried : Number(next.slice(0, 4))
    const januaries = Array.from({ length: lastYear - year }, (_, years) => `${year + years + 1}-01-01`)
    return [one, ...januaries.filter((day) => day.slice(0, 7) !== next).map((day) => ({ ...one, day }))]
  })
}
