import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../instruments/instrument.ts'
import type { CutOff } from '../../instruments/scale.ts'

/** Words for who answers an instrument, and for whom it or a part of it is made. */
export function useForWhom() {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const ages = ({ min, max }: Instrument['ages']): string => {
    if (min !== undefined)
      return max === undefined ? t('ages.from', { min }) : t('ages.between', { min, max })
    return max === undefined ? t('ages.all') : t('ages.upTo', { max })
  }
  return {
    raters: ({ raters }: Pick<Instrument, 'raters'>): string =>
      raters.map((rater) => tAssessments(`rater.${rater}`)).join(t('listed')),
    ages,
    /** A sex, some ages, or both; everyone where neither is named. */
    person: (one: Pick<CutOff, 'sex' | 'ages'>): string => {
      const parts = [
        ...(one.sex === null ? [] : [t(`sex.${one.sex}`)]),
        ...(one.ages === null ? [] : [ages(one.ages)]),
      ]
      return parts.length === 0 ? t('everyone') : parts.join(t('listed'))
    },
  }
}
