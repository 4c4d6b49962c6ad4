import type { FactKind } from '../../statistics/fact.ts'
import type { FigurePeriodKind } from '../../statistics/figure-period.ts'
import type { PlannedTable, ReleasePlan } from '../../statistics/release-plan.ts'
import { whyNoFigures } from '../figures/figures.ts'

/** What a review tells of, in this order. */
export const reviewChapters = ['services', 'hotline', 'crises', 'outreach', 'work', 'rights'] as const
export type ReviewChapterId = (typeof reviewChapters)[number]

const chapterOfKind: Partial<Record<FactKind, ReviewChapterId>> = {
  call: 'hotline',
  callDanger: 'hotline',
  callLength: 'hotline',
  callTime: 'hotline',
  crisis: 'crises',
  crisisHelp: 'crises',
  crisisContact: 'crises',
  groupMeeting: 'outreach',
  activity: 'outreach',
  training: 'work',
  supervision: 'work',
  staff: 'work',
  duty: 'work',
  rightsRequest: 'rights',
  disclosure: 'rights',
  mandatoryReport: 'rights',
  clue: 'rights',
}

export const chapterOf = ({ counts: [kind] }: Pick<PlannedTable, 'counts'>): ReviewChapterId =>
  (kind && chapterOfKind[kind]) ?? 'services'

/**
 * The tables of a review: of every statistic the coarsest that has figures for this kind of period, for it takes in the most rooms. What
 * cannot be added up to the period, like the persons of a year, is left out, and the review says so.
 */
export function reviewTables(plan: ReleasePlan, kind: FigurePeriodKind): PlannedTable[] {
  const able = plan.tables.filter(({ id }) => whyNoFigures(plan, id, { kind, level: 'desk' }) === null)
  return able.filter(({ replaces }) => !able.some(({ id }) => replaces.includes(id)))
}
