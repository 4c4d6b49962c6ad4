import type { SafetyPlan } from '../../casework/crisis/safety-plan.ts'
import type { SafetyPlanDraft } from '../../casework/crisis/safety-plan-version.ts'

/** The six steps in the order they are gone through. */
export const planSteps = [
  'warningSigns',
  'copingAlone',
  'peopleAndPlaces',
  'peopleToAsk',
  'professionals',
  'safeSurroundings',
] as const
export type PlanStep = (typeof planSteps)[number]

/** Steps that name people to call. */
export const contactSteps = ['peopleToAsk', 'professionals'] as const
export const isContactStep = (step: PlanStep): step is (typeof contactSteps)[number] =>
  contactSteps.some((one) => one === step)

/** A plan as it is typed: lines in one field, one below the other. */
export interface PlanFields
  extends Pick<SafetyPlan, 'peopleToAsk' | 'professionals' | 'reviewBy'>,
    Record<Exclude<PlanStep, 'peopleToAsk' | 'professionals'>, string> {}

/** What was typed, line by line, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The fields that show a plan, to go on from it. */
export const fieldsOf = (plan: Pick<SafetyPlan, PlanStep | 'reviewBy'>): PlanFields => ({
  warningSigns: plan.warningSigns.join('\n'),
  copingAlone: plan.copingAlone.join('\n'),
  peopleAndPlaces: plan.peopleAndPlaces.join('\n'),
  peopleToAsk: plan.peopleToAsk,
  professionals: plan.professionals,
  safeSurroundings: plan.safeSurroundings.join('\n'),
  reviewBy: plan.reviewBy,
})

/** The plan that was typed; `from` is the version it goes on from. */
export const planOf = (fields: PlanFields, from: number): SafetyPlanDraft => ({
  from,
  warningSigns: linesOf(fields.warningSigns),
  copingAlone: linesOf(fields.copingAlone),
  peopleAndPlaces: linesOf(fields.peopleAndPlaces),
  peopleToAsk: fields.peopleToAsk.map(trimmed),
  professionals: fields.professionals.map(trimmed),
  safeSurroundings: linesOf(fields.safeSurroundings),
  reviewBy: fields.reviewBy,
})

const trimmed = ({ name, phone }: { name: string; phone?: string }) => ({
  name: name.trim(),
  phone: (phone ?? '').trim(),
})
