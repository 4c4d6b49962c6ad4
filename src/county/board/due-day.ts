/** Day of the month after a period by which its report is due, unless the desk says otherwise. */
export const usualDueDay = 10

/** The last day on which a period's report comes in time, `YYYY-MM-DD`. `period`: `2026-11` or `2026-Q4`. */
export function dueDayOf(period: string, dueDay = usualDueDay): string {
  const [year = '', part = ''] = period.split('-')
  const last = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
  const [inYear, month] = last === 12 ? [Number(year) + 1, 1] : [Number(year), last + 1]
  return `${inYear}-${String(month).padStart(2, '0')}-${String(dueDay).padStart(2, '0')}`
}
