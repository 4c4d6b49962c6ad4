import { useTranslation } from 'react-i18next'
import type { Scale } from '../../../instruments/scale.ts'
import { changeBetween, reliablePoints } from '../../../scoring/change.ts'
import { changeVerdict } from '../../../scoring/change-verdict.ts'
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
  const change = changeBetween(scale, before.score, score)
  const verdict = changeVerdict(change)
  const since = { day: day(before.at), points: rounded(Math.abs(change.points)) }
  if (verdict === 'same') return <p className="scale-result-since">{t('since.same', since)}</p>
  return (
    <p className="scale-result-since">
      {t(change.points > 0 ? 'since.higher' : 'since.lower', since)}{' '}
      {verdict !== 'unknown' && t(`since.${verdict}`, { range: rounded(reliablePoints(scale) ?? 0) })}
    </p>
  )
}

const rounded = (points: number): number => Math.round(points * 10) / 10
