/**
 * A text without what stands in addresses: `postgres://…` for `postgres://user:password@host/county`. Words that were typed are hidden whole,
 * for a password may hold a space.
 */
export const hideAddresses = (text: string, words: readonly string[] = []): string =>
  words
    .filter((word) => word.includes('://'))
    .reduce((shown, word) => shown.replaceAll(word, schemeOf(word)), text)
    .replaceAll(/\S*:\/\/\S*/g, schemeOf)

const schemeOf = (word: string): string => `${word.slice(0, word.indexOf('://'))}://…`
