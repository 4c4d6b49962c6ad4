/** Where a text stands that reads like one before it: answers or questions that nobody could tell apart. */
export const repeatedTexts = (texts: readonly (string | undefined)[]): number[] => {
  const seen = new Set<string>()
  return texts.flatMap((text, index) => {
    const read = text
      ?.normalize('NFKC')
      .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, ' ')
      .trim()
    if (read === undefined) return []
    const before = seen.has(read)
    seen.add(read)
    return before ? [index] : []
  })
}
