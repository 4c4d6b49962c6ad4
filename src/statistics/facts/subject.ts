import { ageBandOf, ageOn } from '../../casework/records/age.ts'
import type { Fact } from '../fact.ts'
import type { People } from './people.ts'

/** What a fact says of whom it is about, and when. */
type Subject = Pick<Fact, 'month' | 'person' | 'sex' | 'ageBand' | 'place'>

const monthOf = (day: string): string => day.slice(0, 7)

/** A client on a day (`YYYY-MM-DD`), under the pseudonym of that year. */
export function clientOn(people: People, id: string, day: string): Subject {
  const client = people.client(id)
  const age = ageOn(client?.birthDate ?? null, day)
  return {
    month: monthOf(day),
    person: people.person(id, day.slice(0, 4)),
    sex: client?.sex ?? 'unknown',
    ageBand: age === null ? 'unknown' : ageBandOf(age),
    place: client?.township ?? null,
  }
}

/** Nobody in particular. */
export const nobodyOn = (day: string): Subject => ({
  month: monthOf(day),
  person: null,
  sex: 'unknown',
  ageBand: 'unknown',
  place: null,
})

/** A member of staff: that they work here is no secret in the room, so they go by their own id (32 hexadecimal digits). */
export const staffOn = (id: string, day: string): Subject => ({ ...nobodyOn(day), person: `${id}${id}` })

/** The rest of a fact; one of something where no amount is given. */
export const counts = (
  kind: Fact['kind'],
  category: string,
  detail: string | null = null,
  amount = 1,
): Pick<Fact, 'kind' | 'category' | 'detail' | 'amount'> => ({ kind, category, detail, amount })

/** Minutes between two moments, at least one. */
export const minutesBetween = (from: string, until: string): number =>
  Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / 60_000))
