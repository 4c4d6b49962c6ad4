import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type Moment = Date | string

const styles = {
  /** 14:02 */
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
  /** 14:02:07 */
  exactTime: { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false },
  /** 2026年11月2日 */
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  /** 11月2日 */
  monthDay: { month: 'long', day: 'numeric' },
  /** 11月2日 14:02 */
  dayTime: { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
  /** 2026年11月2日 14:02 */
  dateTime: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  },
  /** 2026年11月2日 14:02:07 */
  exactDateTime: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>

// A calendar day (2026-11-02) is the same day everywhere; read as local midnight, not UTC.
const momentOf = (at: Moment) =>
  new Date(typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T00:00` : at)

/** Writers of moments (ISO instants, `YYYY-MM-DD` days or dates) in local time and the reader's language. */
export function formatTimeIn(language: string) {
  const writer = (style: keyof typeof styles) => {
    const format = new Intl.DateTimeFormat(language, styles[style])
    return (at: Moment) => format.format(momentOf(at))
  }
  return {
    time: writer('time'),
    exactTime: writer('exactTime'),
    day: writer('day'),
    monthDay: writer('monthDay'),
    dayTime: writer('dayTime'),
    dateTime: writer('dateTime'),
    exactDateTime: writer('exactDateTime'),
  }
}

/** `formatTimeIn` for the language on screen. */
export function useFormatTime() {
  const { i18n } = useTranslation()
  return useMemo(() => formatTimeIn(i18n.language), [i18n.language])
}
