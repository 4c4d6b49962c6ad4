import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CoursePoint, ScoreCourse } from '../../casework/results/score-courses.ts'
import { useRaterText } from '../assessments/use-rater-text.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useChangeText } from './use-change-text.ts'

/** More rows than this are scrolled through in their own place. */
const longList = 12

/** The numbers of a course, the newest first: the day, who said so, the score with its band, and what changed since their last. */
export function CourseTable({ id, course, title }: { id: string; course: ScoreCourse; title: string }) {
  const { t } = useTranslation('results')
  const { day } = useFormatTime()
  const [language] = useLanguage()
  const { file } = useClientOnShow()
  const raterText = useRaterText()
  const changeText = useChangeText(language)
  const { scale, sides } = course
  const rows = sides
    .flatMap(({ rater, points }) =>
      points.map((point, place) => ({ point, rater, before: points[place - 1] ?? null })),
    )
    .toSorted((a, b) => Date.parse(b.point.at) - Date.parse(a.point.at))
  const bandOf = ({ band }: CoursePoint) =>
    scale.bands.find((one) => one.id === band)?.label[language] ?? t('assessments:noBand')
  const table = (
    <table id={id} className="plain-table results-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.day')}</th>
          <th scope="col">{t('table.rater')}</th>
          <th scope="col">{t('table.score', scale.range)}</th>
          <th scope="col">{t('table.band')}</th>
          <th scope="col">{t('table.change')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ point, rater, before }) => (
          <tr key={point.assessmentId}>
            <th scope="row">
              <Link to={`/clients/${file.client.id}/assessments/${point.assessmentId}`}>{day(point.at)}</Link>
            </th>
            <td>{raterText(rater)}</td>
            <td className="results-number">{Math.round(point.score * 100) / 100}</td>
            <td>
              {bandOf(point)}
              {point.status !== 'scored' && (
                <span className="quiet"> · {t(`assessments:status.short.${point.status}`)}</span>
              )}
            </td>
            <td>{before === null ? t('table.first') : changeText(scale, before.score, point.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (rows.length <= longList) return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className="results-scroll" aria-label={t('table.scroll', { title })} tabIndex={0}>
      {table}
    </section>
  )
}
