import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { scoresText } from '../paper-scores/scores-text.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { formatTimeIn } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Results of paper forms that were entered by hand, as they stand; nothing where there are none. */
export function PaperScoreLines({ language }: { language: Language }) {
  const { i18n } = useTranslation('results')
  const t = i18n.getFixedT(language, 'results')
  const { day } = formatTimeIn(language)
  const { file } = useClientOnShow()
  const forms = useQuery(() => room.scoreForms(), [])
  const { data, failed } = useQuery(() => room.paperScores(file.client.id), [file.client.id])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  const corrected = new Set(data?.scores.map(({ value }) => value.correction?.of))
  const standing = data?.scores.filter(({ id }) => !corrected.has(id)) ?? []
  if (standing.length === 0) return null
  return (
    <section>
      <h3>{t('professional.paper')}</h3>
      <ul>
        {standing.map(({ id, value }) => {
          const form = forms.data?.find((one) => one.id === value.form)
          return (
            <li key={id}>
              {t('professional.paperLine', {
                day: day(value.day),
                form: form?.title[language] ?? value.form,
                scores: scoresText(value, form, language),
                source: value.source,
                scoredBy: value.scoredBy,
              })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
