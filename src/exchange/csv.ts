import { harmlessText } from './harmless-text.ts'

const cell = (content: string | number): string => {
  if (typeof content === 'number') return String(content)
  const harmless = harmlessText(content)
  // Semicolon and tab part cells as well, where a spreadsheet is set to it.
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * A table as CSV (RFC 4180) that opens rightly in a spreadsheet: UTF-8 with a byte order mark, and an apostrophe before any
 * text that would be taken for a formula.
 */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  new TextEncoder().encode(`\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)
