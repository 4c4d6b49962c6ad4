import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rater } from '../../casework/assessments/assessment.ts'
import type { Language } from '../../casework/records/values.ts'

/** Says whose answers something is, in the language on screen or of a sheet. */
export function useRaterText(language?: Language): (rater: Rater) => string {
  const { i18n } = useTranslation('assessments')
  return useCallback(
    (rater) => {
      const t = i18n.getFixedT(language ?? i18n.language, 'assessments')
      if (rater.kind !== 'informant') return t(`rater.${rater.kind}`)
      const { relation, who } = rater
      return who === undefined
        ? t('rater.informantWho', { relation })
        : t('rater.informantNamed', { relation, who })
    },
    [i18n, language],
  )
}
