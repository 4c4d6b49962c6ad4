import { z } from 'zod'

/** The six steps of a crisis talk (Gilliland & James): a talk goes back and forth between them, safety first at any time. */
export const sixSteps = ['problem', 'safety', 'support', 'options', 'plan', 'commitment'] as const
export type SixStep = (typeof sixSteps)[number]

/** Where a talk is, and which steps it has been through. */
export const sixStepsSchema = z.strictObject({
  at: z.enum(sixSteps),
  covered: z
    .array(z.enum(sixSteps))
    .max(sixSteps.length)
    .refine((all) => new Set(all).size === all.length),
})
export type SixStepsState = z.infer<typeof sixStepsSchema>

/** Where every talk begins. */
export const talkBegins: SixStepsState = { at: 'problem', covered: [] }

/** The talk after it went to another step, forwards or back; nothing it has been through is forgotten. */
export const goneTo = ({ covered }: SixStepsState, at: SixStep): SixStepsState => ({ at, covered })

/** The talk after a step was ticked, or its tick was taken back; where it is when that was the step: at the first that is left. */
export function ticked({ at, covered }: SixStepsState, step: SixStep): SixStepsState {
  if (covered.includes(step)) return { at, covered: covered.filter((one) => one !== step) }
  const now = sixSteps.filter((one) => one === step || covered.includes(one))
  return { at: at === step ? (sixSteps.find((one) => !now.includes(one)) ?? at) : at, covered: now }
}
