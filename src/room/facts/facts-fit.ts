import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Session } from '../session.ts'
import { comparison } from './rebuild-facts.ts'

/** How often it is looked again: a record that is saved meanwhile may stand between what was read before and after it. */
const looks = 2

/**
 * Whether every fact is what the records say, as it must be before anything counted from them leaves the room. Refused with
 * FACTS_DISAGREE, `detail: { count }`; rejects with NO_KEY. What cannot be read is not judged.
 */
export const factsFit = async (session: Pick<Session, 'vault'>): Promise<Outcome<'fit'>> => {
  let count = 0
  for (let look = 0; look < looks; look += 1) {
    const { missing, surplus, different, former } = (await comparison(session)).found
    count = missing + surplus + different + former
    if (count === 0) return done('fit')
  }
  return refused('FACTS_DISAGREE', { detail: { count } })
}
