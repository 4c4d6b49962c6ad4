import { z } from 'zod'
import type { Evidence } from './evidence.ts'
import { codeSchema } from './rule-condition.ts'

/** What has to be done anew before a tier may come down: one of these instruments, or asking the person directly. */
export const reassessmentSchema = z
  .strictObject({ instruments: z.array(codeSchema).max(20), interview: z.boolean() })
  .refine(({ instruments, interview }) => interview || instruments.length > 0, {
    params: { code: 'REASSESSMENT_MISSING' },
  })
export type Reassessment = z.infer<typeof reassessmentSchema>

/** Whether a finding is what was to be done anew; `null` asks for any score or interview. Nobody was asked by an open alert. */
export function isReassessment(asked: Reassessment | null, one: Evidence): boolean {
  if (one.kind === 'score') return asked === null || asked.instruments.includes(one.instrument)
  return (asked === null || asked.interview) && isInterview(one)
}

const isInterview = (one: Evidence): boolean =>
  one.kind === 'criticalItem'
    ? one.finding === 'confirmed' || one.finding === 'denied'
    : one.kind === 'interview' && one.answer !== 'unknown'
