/** Whether numbers in a format are shown as days, as something of a date or time that is no whole day, or as numbers. */
export type FormatMeaning = 'day' | 'part' | 'number'

/** Formats that have a number instead of a code; 27 to 36 and 50 to 58 as they are in Chinese (ECMA-376 part 1, 18.8.30). */
const numbered: Record<FormatMeaning, readonly number[]> = {
  day: [14, 15, 22, 30, 31],
  part: [
    16, 17, 18, 19, 20, 21, 27, 28, 29, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
  ],
  number: [],
}

/** What a format shows a positive number as; `code` is null for formats that the program brings along. */
export function formatMeaning(id: number, code: string | null): FormatMeaning {
  if (code === null) return numbered.day.includes(id) ? 'day' : numbered.part.includes(id) ? 'part' : 'number'
  const [shown = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, ' ')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, ' ')
    .replace(/general|standard|g\/通用格式/gi, ' ')
    .replace(/[ap]m?\/[ap]m?/gi, 'h')
    .replace(/e[+-]/gi, ' ')
    .split(';')
  const has = (letter: RegExp) => letter.test(shown)
  if (!has(/[ymdhs]/i)) return 'number'
  return has(/[ye]/i) && has(/m/i) && has(/d/i) ? 'day' : 'part'
}
