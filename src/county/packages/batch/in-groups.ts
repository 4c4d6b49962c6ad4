/** Whole of what one saving may hold; a journal takes no entry of more than 64 MB. */
const mostBytes = 4_000_000

/** Splits a list, in its order, into groups of at most so many, none larger than the most that is saved at once unless it is one alone. */
export function inGroups<One extends { bytes: Uint8Array }>(list: readonly One[], most: number): One[][] {
  const groups: One[][] = []
  let [count, bytes] = [most, 0]
  for (const one of list) {
    const fits = count < most && bytes + one.bytes.length <= mostBytes
    if (fits) groups.at(-1)?.push(one)
    else groups.push([one])
    count = fits ? count + 1 : 1
    bytes = (fits ? bytes : 0) + one.bytes.length
  }
  return groups
}
