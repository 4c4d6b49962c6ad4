/** The last day a spreadsheet knows, 9999-12-31, counted from 1900. */
const lastDay = 2_958_465
/** Half a second: what rounding may make of midnight. */
const tolerance = 0.5 / 86_400

/** Whether a serial number is at midnight. */
export const isWholeDay = (serial: number): boolean => Math.abs(serial - Math.round(serial)) <= tolerance

/** The day a serial number stands for; null when it is none, or not at midnight. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!isWholeDay(serial)) return null
  const day = Math.round(serial)
  if (from1904) return day >= 0 && day <= lastDay - 1462 ? dayAfter('1904-01-01', day) : null
  // Spreadsheets count a 29 February 1900 that never was, as day 60.
  if (day < 1 || day === 60 || day > lastDay) return null
  return dayAfter(day < 60 ? '1899-12-31' : '1899-12-30', day)
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
