import { useTranslation } from 'react-i18next'
import type { Share } from '../../casework/hotline/call-board.ts'

const minute = 60

/** How numbers of the hotline are written. */
export function useCallWords() {
  const { t, i18n } = useTranslation('callers')
  // 1 January 2024 was a Monday.
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  return {
    weekdays: Array.from({ length: 7 }, (_, day) => weekday.format(Date.UTC(2024, 0, 1 + day))),
    hours: Array.from({ length: 24 }, (_, hour) => String(hour)),
    length: (seconds: number | null): string =>
      seconds === null
        ? t('figure.none')
        : t('figure.minutes', { minutes: Math.floor(seconds / minute), seconds: seconds % minute }),
    share: ({ are, of }: Share): string => (of === 0 ? t('figure.none') : t('figure.share', { are, of })),
  }
}
