/** What a spreadsheet would take for a formula or a command, also behind blanks and signs that do not show. */
const asFormula = /^(?:[\s\p{C}]*[=+\-@]|[\t\r\n])/u

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before what it might, full-width and small signs included
 * (`＝`, `﹢`), which some of them fold into the plain ones.
 */
export const harmlessText = (text: string): string =>
  asFormula.test(text) || asFormula.test(text.normalize('NFKC')) ? `'${text}` : text
