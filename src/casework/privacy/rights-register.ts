import { addDays, dayOf } from '../../tiering/calendar.ts'
import { type Block, blockIf } from '../records/block.ts'
import type { PrivacyRules } from './privacy-rules.ts'
import type { RightAsked, RightsCheck, RightsRequest } from './rights-request.ts'

/** The day by which something asked for on a day is answered. */
export const answerDue = (
  asked: RightAsked,
  askedOn: string,
  rules: Pick<PrivacyRules, 'answerWithinDays'>,
): string => addDays(askedOn, rules.answerWithinDays[asked])

export type RequestStanding = 'open' | 'dueSoon' | 'overdue' | 'answered' | 'answeredLate'

/** How a request stands on a day. */
export const requestStanding = (
  { answer, answerBy }: Pick<RightsRequest, 'answer' | 'answerBy'>,
  today: string,
  rules: Pick<PrivacyRules, 'soonDays'>,
): RequestStanding => {
  if (answer !== null) return dayOf(answer.at) <= answerBy ? 'answered' : 'answeredLate'
  if (today > answerBy) return 'overdue'
  return addDays(today, rules.soonDays) >= answerBy ? 'dueSoon' : 'open'
}

const forAsked: Record<RightAsked, readonly RightsCheck[]> = {
  copy: ['othersMasked'],
  correct: ['whatIsWrong'],
  erase: ['retention', 'backups'],
  restrict: [],
  explain: [],
}
const forAskedBy: Record<RightsRequest['askedBy'], readonly RightsCheck[]> = {
  self: [],
  guardian: ['guardianship'],
  relative: ['death', 'kinship'],
}

/** What is looked into before a request can be met; to refuse one it is enough to know who asks. */
export const checksNeeded = ({ asked, askedBy }: Pick<RightsRequest, 'asked' | 'askedBy'>): RightsCheck[] => [
  'identity',
  ...forAskedBy[askedBy],
  ...forAsked[asked],
]

export type AnswerBlock =
  | 'REQUEST_ANSWERED'
  | 'REQUEST_CHECK_MISSING'
  | 'REQUEST_REASON_NEEDED'
  | 'RETENTION_NOT_OVER'
  | 'REQUEST_COPY_MISSING'
  | 'REQUEST_NOT_TO_RESTRICT'

/** What stands in the way of an answer; `keptUntil`: until when a law wants something in the file kept, null for nothing. */
export function answerBlocks(
  request: RightsRequest,
  answer: NonNullable<RightsRequest['answer']>,
  keptUntil: string | null,
): Block<AnswerBlock>[] {
  const seen = request.checks.map(({ what }) => what)
  const needed = answer.done === 'refused' ? (['identity'] as const) : checksNeeded(request)
  const isErased = request.asked === 'erase' && answer.done === 'met'
  return [
    ...blockIf(request.answer !== null, 'REQUEST_ANSWERED'),
    ...needed
      .filter((check) => !seen.includes(check))
      .map((check): Block<AnswerBlock> => ({ code: 'REQUEST_CHECK_MISSING', detail: { check } })),
    ...blockIf(answer.done !== 'met' && answer.entry.trim().length < 5, 'REQUEST_REASON_NEEDED'),
    ...blockIf(isErased && keptUntil !== null && keptUntil >= dayOf(answer.at), 'RETENTION_NOT_OVER', {
      until: keptUntil ?? '',
    }),
    ...blockIf(
      request.asked === 'copy' && ['met', 'partly'].includes(answer.done) && answer.disclosure === null,
      'REQUEST_COPY_MISSING',
    ),
    ...blockIf(
      answer.done === 'restricted' && !['erase', 'restrict'].includes(request.asked),
      'REQUEST_NOT_TO_RESTRICT',
    ),
  ]
}

/**
 * Since when a client's file is only to be kept and guarded, nothing else (PIPL 47): a restriction was asked for and met, or stands
 * in for an erasure that a law forbids. Null when it is not.
 */
export const restrictedSince = (requests: readonly RightsRequest[]): string | null =>
  requests
    .flatMap(({ asked, answer, lifted }) => {
      const restricts = answer?.done === 'restricted' || (asked === 'restrict' && answer?.done === 'met')
      return restricts && lifted === null && answer ? [answer.at] : []
    })
    .toSorted()[0] ?? null
