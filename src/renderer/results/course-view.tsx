import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScoreCourse } from '../../casework/results/score-courses.ts'
import { reliablePoints } from '../../scoring/change.ts'
import { RaterAccount } from '../assessments/rater-account.tsx'
import { useRaterText } from '../assessments/use-rater-text.ts'
import { ScoreChart } from '../charts/score-chart.tsx'
import { CourseTable } from './course-table.tsx'

/** One course as a picture, what its lines and bands mean, who the sides are, and every number in a table. */
export function CourseView({ course, title }: { course: ScoreCourse; title: string }) {
  const { t } = useTranslation('results')
  const raterText = useRaterText()
  const figures = useId()
  const { scale, sides } = course
  const error = reliablePoints(scale)
  const lines = useMemo(
    () =>
      sides.map(({ rater, points }) => ({
        name: raterText(rater),
        points: points.map(({ at, score }) => ({ at, score })),
      })),
    [sides, raterText],
  )
  const count = sides.reduce((sum, { points }) => sum + points.length, 0)
  const informants = sides.filter(({ rater }) => rater.kind === 'informant')
  return (
    <figure className="results-course">
      <ScoreChart
        label={t('chart.label', { title, count, sides: lines.map(({ name }) => name).join(t('comma')) })}
        figures={figures}
        scale={scale}
        lines={lines}
        error={error}
      />
      <figcaption>
        {t(`assessments:direction.${scale.direction}`)}{' '}
        {scale.bands.length > 0 ? t('chart.bands') : t('chart.noBands')}{' '}
        {error === null
          ? t('chart.noError')
          : t('chart.error', { who: lines[0]?.name ?? '', points: Math.round(error * 10) / 10 })}
      </figcaption>
      {informants.length > 0 && (
        <ul className="results-accounts" aria-label={t('chart.informants')}>
          {informants.map(({ side, rater }) => (
            <li key={side}>
              <strong>{raterText(rater)}</strong> <RaterAccount rater={rater} />
            </li>
          ))}
        </ul>
      )}
      <CourseTable id={figures} course={course} title={title} />
    </figure>
  )
}
