import { type RightsRequest, rightsRequestKind } from '../../casework/privacy/rights-request.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts, nobodyOn } from './subject.ts'

const answeredHow = ({ answer, answerBy }: Pick<RightsRequest, 'answer' | 'answerBy'>): string => {
  if (answer === null) return 'open'
  return dayOf(answer.at) <= answerBy ? 'inTime' : 'late'
}

/** A request in the month in which it was made, with whether it was answered in time. */
export const countedRightsRequests: CountedKind<RightsRequest> = {
  kind: rightsRequestKind,
  by: 'record',
  facts: (records, people) =>
    records.map(({ value }) => ({
      ...(value.clientId === null
        ? nobodyOn(value.askedOn)
        : clientOn(people, value.clientId, value.askedOn)),
      ...counts('rightsRequest', value.asked, answeredHow(value)),
    })),
}
