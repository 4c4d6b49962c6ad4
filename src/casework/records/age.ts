/** Age bands as the hotline asks for them and the statistics count them, in full years. */
export const ageBands = ['under14', '14to17', '18to39', '40to59', '60plus'] as const
export type AgeBand = (typeof ageBands)[number]

/** Age in full years on a day; null when the birth date is not known or lies after it. */
export function ageOn(birthDate: string | null, day: string): number | null {
  if (birthDate === null || birthDate > day) return null
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

export function ageBandOf(age: number): AgeBand {
  if (age < 14) return 'under14'
  if (age < 18) return '14to17'
  if (age < 40) return '18to39'
  return age < 60 ? '40to59' : '60plus'
}
