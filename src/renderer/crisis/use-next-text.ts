import { useTranslation } from 'react-i18next'
import type { CrisisOnShow } from '../../room/contract/crisis.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Says what is due next in an episode and by when; null when nothing is. */
export function useNextText(staffNames: Record<string, string>): (onShow: CrisisOnShow) => string | null {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  return ({ standing: { next, handedTo } }) =>
    next === null
      ? null
      : t(`next.${next.what}`, {
          at: dayTime(next.at),
          who: staffNames[handedTo ?? ''] ?? t('somebody'),
        })
}
