import { useTranslation } from 'react-i18next'
import type { ReviewOnShow } from '../../../room/contract/county-review.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { A4Sheet } from '../../ui/a4-sheet.tsx'
import { ReviewChapter } from './review-chapter.tsx'
import { ReviewTownships } from './review-townships.tsx'

const blocks = ['situation', 'difficulties', 'steps'] as const

/** The review as it is printed: who reported, the figures with what can be told of them, the townships, the text, and on method. */
export function ReviewSheet({ review, text, notes }: ReviewOnShow) {
  const { t } = useTranslation('county-review')
  const periodText = usePeriodText()
  const { desk, period, rooms, chapters } = review
  return (
    <A4Sheet label={t('title')}>
      <h2 className="review-title">
        {t('sheet.title', { name: desk.name ?? desk.code, period: periodText(period) })}
      </h2>
      <p>
        {t('sheet.rooms', {
          due: rooms.full + rooms.partly + rooms.absent,
          full: rooms.full,
          partly: rooms.partly,
          absent: rooms.absent,
        })}
      </p>
      {blocks.map((block) => (
        <section key={block}>
          <h3>{t(`text.${block}`)}</h3>
          {text[block] === '' ? (
            <div className="review-lines" aria-hidden />
          ) : (
            text[block]
              .split('\n')
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text have no other name
              .map((paragraph, at) => <p key={at}>{paragraph}</p>)
          )}
        </section>
      ))}
      {chapters.map((chapter) => (
        <ReviewChapter
          key={chapter.id}
          chapter={chapter}
          before={review.before}
          yearBefore={review.yearBefore}
        />
      ))}
      <ReviewTownships review={review} />
      <h3>{t('sheet.method')}</h3>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </A4Sheet>
  )
}
