import { hotlineReportKind } from '../../casework/disclosures/hotline-report.ts'
import { type MandatoryReport, mandatoryReportKind } from '../../casework/disclosures/mandatory-report.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { Fact } from '../fact.ts'
import type { CountedKind } from './counted-kind.ts'
import type { People } from './people.ts'
import { clientOn, counts, nobodyOn } from './subject.ts'

/** What became of it since it was last opened. */
function cameToWhat({ steps }: Pick<MandatoryReport, 'steps'>): string {
  const kinds = steps
    .slice(steps.findLastIndex(({ kind }) => kind === 'reopened') + 1)
    .map(({ kind }) => kind)
  if (kinds.includes('reported')) return 'made'
  return kinds.includes('noDuty') ? 'notOwed' : 'open'
}

/** A report the law may demand, in the month in which somebody of the room learned of it. */
const reportFact = (report: MandatoryReport, people: People): Fact => {
  const day = dayOf(report.learnedAt)
  return {
    ...(report.clientId === null ? nobodyOn(day) : clientOn(people, report.clientId, day)),
    ...counts('mandatoryReport', report.duty, cameToWhat(report)),
  }
}

const facts: CountedKind<MandatoryReport>['facts'] = (records, people) =>
  records.map(({ value }) => reportFact(value, people))

export const countedReports: CountedKind<MandatoryReport> = { kind: mandatoryReportKind, by: 'record', facts }
export const countedHotlineReports: CountedKind<MandatoryReport> = {
  kind: hotlineReportKind,
  by: 'record',
  facts,
}
