import type { Language } from '../../casework/records/values.ts'
import type { Review } from '../../county/review/review.ts'
import type { ReviewText } from '../../county/review/review-text.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'

export type { Change } from '../../county/review/change.ts'
export type { Review, ReviewFigure } from '../../county/review/review.ts'
export type { ReviewText } from '../../county/review/review-text.ts'

export interface ReviewOnShow {
  review: Review
  /** What the coordinator wrote; empty before anything was saved. */
  text: ReviewText
  /** 0 before anything was saved. */
  revision: number
  /** What stands under the figures, in the reader's language. */
  notes: string[]
}

export interface CountyReviewApi {
  /** The review of a month, a quarter or a year, made from what came. Refused with WRONG_PERIOD. */
  countyReview(period: string, language: Language): Promise<Outcome<ReviewOnShow>>
  /** Keeps what was written into a review. Refused with CONFLICT when it was changed elsewhere meanwhile. */
  saveReviewText(input: {
    period: string
    text: ReviewText
    revision: number
  }): Promise<Outcome<{ revision: number }>>
  /** The review as a workbook, with the text as it was saved last. */
  reviewWorkbook(period: string, language: Language): Promise<Outcome<{ file: OutgoingFile }>>
}
