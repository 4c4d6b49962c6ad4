/** Questions by their numbers, runs drawn together: `1–4, 7`. The gate `q0` is 0. */
export const itemNumbers = (items: readonly string[], separator: string): string => {
  const numbers = items.map((id) => Number(id.slice(1))).toSorted((a, b) => a - b)
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) =>
      from === to ? `${from}` : to === from + 1 ? `${from}${separator}${to}` : `${from}–${to}`,
    )
    .join(separator)
}
