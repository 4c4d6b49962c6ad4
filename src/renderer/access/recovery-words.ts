/** Words on a recovery sheet. */
export const sheetLength = 24

/** The words in typed text: Chinese characters one by one, English words as written; numbers and marks are passed over. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}|[a-z]+/gu) ?? []
