import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type CallField, callFields, leavableFields, requiredFields } from './call-fields.ts'
import { callTypes, specialCallKinds } from './call-types.ts'

/** How much a form wants a field: to be at hand, to be answered or said why not, or to be answered without exception. */
export const fieldNeeds = ['offered', 'accounted', 'required'] as const
export type FieldNeed = (typeof fieldNeeds)[number]

/** The forms there are: one for each type of call, of special calls one for each kind. */
export const callFormNames = [...callTypes.filter((type) => type !== 'special'), ...specialCallKinds] as const
export type CallFormName = (typeof callFormNames)[number]

const fieldsSchema = z
  .array(z.strictObject({ field: z.enum(callFields), need: z.enum(fieldNeeds) }))
  .min(1)
  .refine((all) => new Set(all.map(({ field }) => field)).size === all.length, {
    params: { code: 'FIELD_TWICE' },
  })
  .refine(
    (all) =>
      all.every(({ field, need }) => need !== 'accounted' || leavableFields.some((one) => one === field)),
    { params: { code: 'FIELD_NOT_LEAVABLE' } },
  )
const formSchema = fieldsSchema.refine(
  (all) =>
    requiredFields.every((name) => all.some(({ field, need }) => field === name && need === 'required')),
  { params: { code: 'FIELD_REQUIRED' } },
)

/** Which fields each form asks for, in the order of the talk, and which of them must be answered. */
export const callFormsSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  proposed: z.boolean(),
  forms: z.record(z.enum(callFormNames), formSchema),
  /** What is asked besides, whatever the type of call, as soon as a caller tells of danger. */
  inDanger: fieldsSchema,
})
export type CallForms = z.infer<typeof callFormsSchema>

/** Checks forms read from a file; refused with CALL_FORMS_INVALID, where the first fault is, and what kind it is. */
export function readCallForms(content: unknown): Outcome<CallForms> {
  const read = callFormsSchema.safeParse(content)
  if (read.success) return done(read.data)
  const [fault] = shapeFaults(read.error)
  return refused('CALL_FORMS_INVALID', {
    at: fault?.path.join('.') ?? '',
    detail: { ...fault?.detail, fault: fault?.code ?? '' },
  })
}

/** One field of the form of a call. */
export interface FormField {
  field: CallField
  need: FieldNeed
}

/** The stronger of what two forms want of the same field; the first one's order, then what the second adds. */
export function formsTogether(first: readonly FormField[], second: readonly FormField[]): FormField[] {
  const wanted = ({ field, need }: FormField): FormField => {
    const other = second.find((one) => one.field === field)?.need ?? need
    return { field, need: fieldNeeds.indexOf(other) > fieldNeeds.indexOf(need) ? other : need }
  }
  return [...first.map(wanted), ...second.filter(({ field }) => !first.some((one) => one.field === field))]
}
