import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { type Review, reviewOf } from '../../county/review/review.ts'
import { methodNotes, periodWord, reviewSheets } from '../../county/review/review-sheets.ts'
import { type ReviewText, reviewTextKind, reviewTextSchema } from '../../county/review/review-text.ts'
import { reviewWords } from '../../county/review/review-words.ts'
import { writeWorkbook } from '../../exchange/workbook/write-workbook.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { isFigurePeriod } from '../../statistics/figure-period.ts'
import { now } from '../clock.ts'
import type { CountyReviewApi, ReviewOnShow } from '../contract/county-review.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import type { CountyFigures } from './county-figures.ts'

const nothingWritten: ReviewText = { situation: '', difficulties: '', steps: '' }

/** The periodic review: figures from the county's store, and the text that the coordinator adds, which the vault keeps. */
export const countyReviews = (session: () => Session, figures: CountyFigures): CountyReviewApi => {
  const made = async (period: string): Promise<Review> => {
    const { code } = await identityAs('county', session())
    const { sha256 } = await planReference()
    const review = await reviewOf(await figures.store(), releasePlan, {
      county: code,
      planSha256: sha256,
      period,
    })
    const { unit } = session()
    return { ...review, desk: { code, name: unit.name } }
  }
  const written = async (period: string): Promise<Stored<ReviewText & { period: string }> | null> =>
    (await session().list(reviewTextKind)).records.find(({ value }) => value.period === period) ?? null
  const textOf = async (period: string): Promise<{ text: ReviewText; revision: number }> => {
    const record = await written(period)
    if (record === null) return { text: nothingWritten, revision: 0 }
    const { situation, difficulties, steps } = record.value
    return { text: { situation, difficulties, steps }, revision: record.revision }
  }
  return {
    async countyReview(period: string, language: Language): Promise<Outcome<ReviewOnShow>> {
      if (!isFigurePeriod(period)) return refused('WRONG_PERIOD', { at: period })
      const review = await made(period)
      return done({ review, ...(await textOf(period)), notes: methodNotes(review, language) })
    },
    async saveReviewText({ period, text, revision }): Promise<Outcome<{ revision: number }>> {
      await identityAs('county', session())
      const read = reviewTextSchema.safeParse(text)
      if (!isFigurePeriod(period)) return refused('WRONG_PERIOD', { at: period })
      if (!read.success) return refused('TEXT_TOO_LONG', { at: String(read.error.issues[0]?.path[0] ?? '') })
      const { vault, me, commit } = session()
      const record = await written(period)
      if ((record?.revision ?? 0) !== revision) return refused('CONFLICT')
      const id = record?.id ?? vault.drawId()
      const value = { ...read.data, period, savedAt: now(), savedBy: me.id }
      await commit([{ kind: reviewTextKind, id, expectedRevision: revision, value }])
      return done({ revision: (await written(period))?.revision ?? revision + 1 })
    },
    async reviewWorkbook(period: string, language: Language) {
      if (!isFigurePeriod(period)) return refused('WRONG_PERIOD', { at: period })
      const sheets = reviewSheets(await made(period), (await textOf(period)).text, language)
      const name = `${reviewWords.title[language]} ${periodWord(period, language)}.xlsx`
      const bytes = await writeWorkbook(sheets)
      void session().vault.trail.note({ action: 'exported', kind: reviewTextKind, detail: 'xlsx' })
      return done({ file: { name, bytes } })
    },
  }
}
