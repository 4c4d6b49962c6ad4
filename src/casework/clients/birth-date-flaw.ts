const earliest = '1900-01-01'

/** What is wrong with a birth date that a calendar knows, as seen on a day; null when it can be one, or is not known. */
export function birthDateFlaw(
  birthDate: string | null,
  today: string,
): 'BIRTH_DATE_IN_FUTURE' | 'BIRTH_DATE_TOO_EARLY' | null {
  if (birthDate === null) return null
  if (birthDate > today) return 'BIRTH_DATE_IN_FUTURE'
  return birthDate < earliest ? 'BIRTH_DATE_TOO_EARLY' : null
}
