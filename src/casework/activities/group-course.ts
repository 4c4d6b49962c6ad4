import { z } from 'zod'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, nameSchema, noteSchema } from '../records/values.ts'
import { courseWithout } from './course-without.ts'
import { groupSessionCourse } from './group-session-course.ts'

/** When a session of a group is to be, and what about. */
export const groupPlanSchema = z.strictObject({
  startsAt: instantSchema,
  minutes: z.int().min(5).max(600),
  theme: z.string().trim().max(200),
})
export type GroupPlan = z.infer<typeof groupPlanSchema>

/** A session of a group as it was held. Who came is told by file, or only how many. */
export const groupMeetingSchema = z.strictObject({
  ...groupPlanSchema.shape,
  leaders: z.array(idSchema).min(1).max(10),
  present: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('byFile'),
      clients: z.array(idSchema).max(100),
      /** Who has no file here, or none any more. */
      others: z.int().min(0).max(600),
    }),
    z.strictObject({ kind: z.literal('headCount'), count: z.int().min(0).max(500) }),
  ]),
  /** Mean of what people said of it, 1–5 in tenths; null when nobody was asked. */
  feedback: z.int().min(10).max(50).nullable(),
  incidents: noteSchema,
})
export type GroupMeeting = z.infer<typeof groupMeetingSchema>

/** Which session, counted from 1; who entered the step, and when. */
const stepFields = { session: z.int().min(1).max(200), by: idSchema, at: instantSchema }

const groupStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('planned'), ...stepFields, plan: groupPlanSchema }),
  z.strictObject({ kind: z.literal('held'), ...stepFields, meeting: groupMeetingSchema }),
  z.strictObject({
    kind: z.literal('corrected'),
    ...stepFields,
    meeting: groupMeetingSchema,
    because: noteSchema.min(2),
  }),
  z.strictObject({ kind: z.literal('cancelled'), ...stepFields, because: noteSchema.min(2) }),
])
export type GroupStep = z.infer<typeof groupStepSchema>

/** Whether sessions are counted from 1 without a gap, each planned before anything else becomes of it. */
const isInOrder = (steps: readonly GroupStep[]): boolean => {
  const known = new Map<number, GroupStep[]>()
  for (const step of steps) {
    const before = known.get(step.session)
    if (before === undefined && (step.kind !== 'planned' || step.session !== known.size + 1)) return false
    known.set(step.session, [...(before ?? []), step])
  }
  return [...known.values()].every((own) => stateAfter(groupSessionCourse, own) !== null)
}

/** A course of group sessions (团体辅导). */
export const groupCourseSchema = z.strictObject({
  title: nameSchema,
  theme: noteSchema,
  plan: noteSchema,
  leaders: z.array(idSchema).min(1).max(10),
  place: z.string().trim().max(100),
  plannedMeetings: z.int().min(1).max(100),
  begins: daySchema,
  /** Who takes part, where that is known by file. */
  members: z.array(idSchema).max(100),
  steps: z.array(groupStepSchema).max(2_000).refine(isInOrder),
  endedAt: instantSchema.nullable(),
})
export type GroupCourse = z.infer<typeof groupCourseSchema>

export const groupCourseKind: RecordKind<GroupCourse> = {
  table: 'groupCourses',
  domain: 'case',
  version: 1,
  schema: groupCourseSchema,
  clientOf: () => null,
  without: courseWithout,
  changeable: ({ endedAt }) =>
    endedAt === null
      ? ['title', 'theme', 'plan', 'leaders', 'place', 'plannedMeetings', 'begins', 'members', 'endedAt']
      : [],
  appends: ['steps'],
}
