import { nationalNumbers, type QuickDial } from '../../casework/hotline/quick-dial.ts'

/** A number as it stands in a form. */
export interface DialRow {
  number: string
  zh: string
  en: string
  hint: string
  /** What the hint is called in English, where it came with the program. */
  hintEn: string
}

/** Whether a number holds in the whole country: no room is without it. */
export const isNational = (number: string | undefined): boolean =>
  nationalNumbers.some((national) => national === number)

export const dialRows = ({ numbers }: Pick<QuickDial, 'numbers'>): DialRow[] =>
  numbers.map(({ number, label, hint }) => ({
    number,
    zh: label['zh-CN'],
    en: label.en,
    hint: hint?.['zh-CN'] ?? '',
    hintEn: hint?.en ?? '',
  }))

const inBoth = (zh: string, en: string) => ({
  'zh-CN': zh.trim(),
  en: en.trim() === '' ? zh.trim() : en.trim(),
})

/** The numbers that rows of a form come to; where no English was given, the Chinese stands for it. */
export const dialFrom = (rows: readonly DialRow[], { id, version }: QuickDial): QuickDial => ({
  id,
  version,
  proposed: false,
  numbers: rows.map(({ number, zh, en, hint, hintEn }) => ({
    number: number.trim(),
    label: inBoth(zh, en),
    ...(hint.trim() === '' ? {} : { hint: inBoth(hint, hintEn) }),
  })),
})
