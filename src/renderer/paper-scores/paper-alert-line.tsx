import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriticalAlert } from '../../casework/crisis/critical-alert.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { scoresText } from './scores-text.ts'

/** What raised an alert where it was a score entered by hand; `children` where it was an answer. */
export function PaperAlertLine({
  alert: { instrument, item, value, raisedAt },
  children,
}: {
  alert: CriticalAlert
  children: ReactNode
}) {
  const { t } = useTranslation('paper-scores')
  const [language] = useLanguage()
  const { dayTime } = useFormatTime()
  const { data } = useQuery(() => room.scoreForms(), [])
  const form = data?.find(({ id }) => id === instrument)
  if (form === undefined) return children
  return t('alert', {
    form: form.title[language],
    at: dayTime(raisedAt),
    scores: scoresText({ scores: { [item]: value } }, form, language),
  })
}
