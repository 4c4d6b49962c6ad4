import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Construct } from '../../casework/results/constructs.ts'
import {
  type ConstructView,
  type Rating,
  type RatingDifference,
  ratingsSideBySide,
} from '../../casework/results/ratings-side-by-side.ts'
import { RaterAccount } from '../assessments/rater-account.tsx'
import { titleOf } from '../assessments/title-of.ts'
import { useRaterText } from '../assessments/use-rater-text.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { scaleOnShelf } from './scale-on-shelf.ts'

/** What everybody said last of the same thing, side by side, and how far they lie apart; nothing where only one side spoke. */
export function RatingsPanel({ constructs }: { constructs: readonly Construct[] }) {
  const { t } = useTranslation('results')
  const [language] = useLanguage()
  const { file, shelf } = useClientOnShow()
  const { constructs: views, observations } = useMemo(
    () => ratingsSideBySide(file.assessments, constructs, scaleOnShelf(shelf)),
    [file.assessments, constructs, shelf],
  )
  const shared = views.filter(({ ratings }) => ratings.length > 1)
  if (shared.length === 0 && observations.length === 0) return null
  return (
    <section className="panel" aria-labelledby="ratings">
      <h2 className="panel-title" id="ratings">
        {t('ratings.title')}
      </h2>
      <p className="quiet">{t('ratings.lead')}</p>
      {shared.map((view) => (
        <section key={view.construct} aria-label={view.label[language]}>
          <h3 className="results-aspect">{view.label[language]}</h3>
          <RatingsTable view={view} />
        </section>
      ))}
      {observations.length > 0 && (
        <>
          <h3 className="results-aspect">{t('ratings.observations')}</h3>
          <ul className="results-observations">
            {observations.map(({ assessmentId, rater, at, instrument, remark }) => (
              <li key={assessmentId}>
                <ObservationHead id={assessmentId} instrument={instrument} at={at} rater={rater} />
                {remark !== null && remark.trim() !== '' && <p className="results-words">{remark}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function ObservationHead({
  id,
  instrument,
  at,
  rater,
}: Pick<Rating, 'instrument' | 'at' | 'rater'> & { id: string }) {
  const [language] = useLanguage()
  const { day } = useFormatTime()
  const { file, shelf } = useClientOnShow()
  const raterText = useRaterText()
  return (
    <>
      <Link to={`/clients/${file.client.id}/assessments/${id}`}>
        {titleOf(questionnaireOn(shelf, instrument)?.instrument, language, instrument)}
      </Link>{' '}
      <span className="quiet">
        {day(at)} · {raterText(rater)} <RaterAccount rater={rater} />
      </span>
    </>
  )
}

function RatingsTable({ view: { label, ratings, differences } }: { view: ConstructView }) {
  const { t } = useTranslation('results')
  const [language] = useLanguage()
  const { shelf } = useClientOnShow()
  const raterText = useRaterText()
  const bandOf = ({ instrument, scale, band }: Rating) =>
    questionnaireOn(shelf, instrument)
      ?.instrument.scales.find(({ id }) => id === scale)
      ?.bands.find(({ id }) => id === band)?.label[language]
  const whose = (id: string) => {
    const rating = ratings.find(({ assessmentId }) => assessmentId === id)
    return rating === undefined ? '' : raterText(rating.rater)
  }
  const sentence = ({ first, other, points, daysApart, beyondError }: RatingDifference) =>
    t(points === 0 ? 'ratings.same' : points > 0 ? 'ratings.higher' : 'ratings.lower', {
      first: whose(first),
      other: whose(other),
      points: Math.round(Math.abs(points) * 100) / 100,
      days: daysApart,
      error: t(`ratings.error.${beyondError === null ? 'unknown' : beyondError ? 'beyond' : 'within'}`),
    })
  return (
    <>
      <table className="plain-table results-table">
        <caption className="visually-hidden">{label[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.rater')}</th>
            <th scope="col">{t('ratings.what')}</th>
            <th scope="col">{t('ratings.score')}</th>
            <th scope="col">{t('table.band')}</th>
          </tr>
        </thead>
        <tbody>
          {ratings.map((rating) => (
            <tr key={`${rating.assessmentId} ${rating.scale}`}>
              <th scope="row">{raterText(rating.rater)}</th>
              <td>
                <ObservationHead id={rating.assessmentId} {...rating} />
              </td>
              <td className="results-number">
                {rating.value}
                {rating.range !== null && (
                  <span className="quiet">
                    {' '}
                    ({rating.range.min}–{rating.range.max})
                  </span>
                )}
              </td>
              <td>{bandOf(rating) ?? t('assessments:noBand')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > 0 && (
        <ul className="results-differences">
          {differences.map((difference) => (
            <li key={`${difference.first} ${difference.other}`}>{sentence(difference)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
