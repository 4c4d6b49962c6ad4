import { useTranslation } from 'react-i18next'
import type { Rater } from '../../casework/assessment.ts'

/** Whose answers these are. */
export function RaterLine({ rater }: { rater: Rater }) {
  const { t } = useTranslation('assessments')
  return rater.kind === 'informant'
    ? t('rater.informantWho', { relation: rater.relation })
    : t(`rater.${rater.kind}`)
}
