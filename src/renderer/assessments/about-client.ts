import type { Client } from '../../casework/clients/client.ts'
import { ageOn } from '../../casework/records/age.ts'
import type { About } from '../../instruments/vectors.ts'
import { dayOf } from '../../tiering/calendar.ts'

/** What is known about a person on the day of this instant, as scoring takes it. */
export function aboutClient(
  { sex, birthDate }: Pick<Client, 'sex' | 'birthDate'>,
  at: string,
): Pick<About, 'sex' | 'age'> {
  const age = ageOn(birthDate, dayOf(at))
  return { ...(sex === null ? {} : { sex }), ...(age === null ? {} : { age }) }
}
