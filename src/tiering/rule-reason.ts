import { z } from 'zod'
import { dayOf } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import type { Condition } from './rule-condition.ts'

/** Why a rule asks for a tier, for staff, in both languages; `{names}` in it are filled from the rule and what met it. */
export const reasonSchema = z.strictObject({
  'zh-CN': z.string().trim().min(1).max(500),
  en: z.string().trim().min(1).max(500),
})
export type Reason = z.infer<typeof reasonSchema>

const placeholder = /\{(\w*)\}/g

/** What can be filled in: every finding has a day, the rest depends on what it is. */
function namesOf(when: Condition): string[] {
  if ('worse' in when) return ['date', 'value', 'points', 'since']
  if (!('score' in when)) return ['date']
  const limits = (['min', 'max'] as const).filter((limit) => when[limit] !== undefined)
  return ['date', 'value', ...limits]
}

/** Whether nothing stands in a sentence that cannot be filled in. */
export const canBeFilled = (sentence: string, when: Condition): boolean =>
  [...sentence.matchAll(placeholder)].every(([, name = '']) => namesOf(when).includes(name))

/** The finished sentences about what was found on `date`; a threshold that was changed is the one they name. */
export function reasonFor(reason: Reason, when: Condition, met: Evidence, date: string): Reason {
  const values: Record<string, string | number | undefined> = {
    ...('score' in when ? { min: when.min, max: when.max } : {}),
    ...('value' in met ? { value: met.value } : {}),
    ...(met.kind === 'change' ? { points: Math.abs(met.points), since: dayOf(met.since) } : {}),
    date,
  }
  const fill = (sentence: string) =>
    sentence.replaceAll(placeholder, (_, name: string) => String(values[name] ?? ''))
  return { 'zh-CN': fill(reason['zh-CN']), en: fill(reason.en) }
}
