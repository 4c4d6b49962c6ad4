import type { ReportDuty } from './mandatory-report.ts'

/**
 * Which report the law demands where harm is known or suspected: to a minor, in the family or elsewhere (未成年人保护法
 * art. 11); in the family, to a person without full legal capacity, whatever their age (反家庭暴力法 art. 14). Empty for an
 * adult of full capacity, who decides alone; an age or a capacity that is not known is no reason to wait.
 */
export function reportsOwed({
  age,
  capacity,
  inFamily,
}: {
  age: number | null
  capacity: 'full' | 'limited' | 'none' | 'unknown'
  inFamily: boolean
}): ReportDuty[] {
  const mayBeMinor = age === null ? capacity !== 'full' : age < 18
  const owed: ReportDuty[] = []
  if (mayBeMinor) owed.push('minorHarm')
  if (inFamily && (mayBeMinor || capacity !== 'full')) owed.push('domesticViolence')
  return owed
}
