import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, nameSchema, noteSchema } from '../records/values.ts'

export const employments = ['fullTime', 'partTime', 'volunteer', 'external'] as const

/** Who entered a line, and when. */
const enteredFields = { by: idSchema, at: instantSchema }

export const qualificationSchema = z
  .strictObject({
    title: nameSchema,
    issuedBy: z.string().trim().max(100),
    day: daySchema.nullable(),
    /** The last day it is good for; null when it does not run out. */
    until: daySchema.nullable(),
  })
  .refine(({ day, until }) => day === null || until === null || day <= until, { path: ['until'] })
export type Qualification = z.infer<typeof qualificationSchema>

export const trainingSchema = z.strictObject({
  day: daySchema,
  title: nameSchema,
  /** Hours in quarters of an hour, so that they add up. */
  quarterHours: z.int().min(1).max(400),
  supervision: z.boolean(),
})
export type Training = z.infer<typeof trainingSchema>

/** Who works with the room, whether or not they sign in here: qualifications and training. */
export const staffProfileSchema = z.strictObject({
  name: nameSchema,
  /** Null for somebody who has no account, such as a volunteer. */
  staffId: idSchema.nullable(),
  employment: z.enum(employments),
  crisisTeam: z.boolean(),
  /** Supervises others; for somebody external, from outside. */
  supervises: z.boolean(),
  qualifications: z.array(z.strictObject({ ...qualificationSchema.shape, ...enteredFields })).max(30),
  training: z.array(z.strictObject({ ...trainingSchema.shape, ...enteredFields })).max(500),
  /** Lines entered by mistake, by their place in the list; they stay to be read and count no more. */
  struckOut: z
    .array(
      z.strictObject({
        list: z.enum(['qualifications', 'training']),
        place: z.int().min(0).max(500),
        because: noteSchema.min(2),
        ...enteredFields,
      }),
    )
    .max(530),
  note: noteSchema,
  leftOn: daySchema.nullable(),
})
export type StaffProfile = z.infer<typeof staffProfileSchema>
export type StruckOut = StaffProfile['struckOut'][number]

export const staffProfileKind: RecordKind<StaffProfile> = {
  table: 'staffProfiles',
  domain: 'schedule',
  version: 1,
  schema: staffProfileSchema,
  clientOf: () => null,
  changeable: () => ['name', 'staffId', 'employment', 'crisisTeam', 'supervises', 'note', 'leftOn'],
  appends: ['qualifications', 'training', 'struckOut'],
}

/** Whether a line of a profile was entered by mistake. */
export const isStruckOut = (
  { struckOut }: Pick<StaffProfile, 'struckOut'>,
  list: StruckOut['list'],
  place: number,
): boolean => struckOut.some((one) => one.list === list && one.place === place)
