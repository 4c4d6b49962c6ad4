import type { Client } from '../../casework/clients/client.ts'
import { ageOn } from '../../casework/records/age.ts'
import type { About } from '../../instruments/vectors.ts'

/** What scoring and asking may need to know about a client on a day; what is not known is left out. */
export const aboutClient = (
  { sex, birthDate }: Pick<Client, 'sex' | 'birthDate'>,
  day: string,
): Pick<About, 'sex' | 'age'> => {
  const age = ageOn(birthDate, day)
  return { ...(sex === null ? {} : { sex }), ...(age === null ? {} : { age }) }
}
