import { useTranslation } from 'react-i18next'
import type { Scale } from '../../../instruments/scale.ts'
import { changeBetween, reliablePoints } from '../../../scoring/change.ts'
import { useFormatTime } from '../../ui/format-time.ts'

/** What has changed since the last time, and whether that is more than measurement error. */
export function SinceLast({
  scale,
  score,
  before,
}: {
  scale: Scale
  score: number
  before: { at: string; score: number }
}) {
  const { t } = useTranslation('assessments')
  const { day } = useFormatTime()
  const { points, course, withinError, meaningful } = changeBetween(scale, before.score, score)
  const since = { day: day(before.at), points: rounded(Math.abs(points)) }
  if (course === 'same') return <p className="scale-result-since">{t('since.same', since)}</p>
  const verdict =
    withinError === true
      ? t('since.withinError', { range: rounded(reliablePoints(scale) ?? 0) })
      : meaningful === true || (withinError === false && meaningful === null)
        ? t(`since.${course}`)
        : meaningful === false
          ? t(withinError === false ? 'since.smallButReal' : 'since.noise')
          : ''
  return (
    <p className="scale-result-since">
      {t(points > 0 ? 'since.higher' : 'since.lower', since)} {verdict}
    </p>
  )
}

const rounded = (points: number): number => Math.round(points * 10) / 10
