import { useTranslation } from 'react-i18next'
import type { Rater } from '../../casework/assessments/assessment.ts'
import type { Language } from '../../casework/records/values.ts'

/** What an informant was asked for and on what ground; nothing for others. Ratings from before this was asked say so. */
export function RaterAccount({
  rater,
  spoken,
}: {
  rater: Rater
  /** What a sheet is in; left out, what the screen is in. */
  spoken?: Language
}) {
  const { i18n } = useTranslation('assessments')
  const t = i18n.getFixedT(spoken ?? i18n.language, 'assessments')
  if (rater.kind !== 'informant') return null
  const { purpose, basis } = rater
  if (purpose === undefined || basis === undefined) return <>{t('rater.noAccount')}</>
  return <>{t('rater.account', { purpose, basis: t(`rater.bases.${basis}`) })}</>
}
