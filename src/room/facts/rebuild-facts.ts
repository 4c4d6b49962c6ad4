import { ConflictError } from '../../vault/errors.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { type Comparison, compareFacts } from './compare-facts.ts'

/** Sheets put right in one commit. */
const atOnce = 1_000
/** How often it is begun anew when records are changed meanwhile. */
const tries = 4

/** Compares all facts with the records. Rejects with NO_KEY for whom either is closed. */
export const comparison = ({ vault }: Pick<Session, 'vault'>): Promise<Comparison> => {
  if (!vault.opens('statistics')) throw new RoomError('NO_KEY')
  return compareFacts(vault)
}

/** Puts the facts right that are not what the records say; gives what was found before. Rejects as `comparison` and `Session.commit` do. */
export const putFactsRight = async (
  session: Pick<Session, 'vault' | 'commit'>,
): Promise<Comparison['found']> => {
  const { found, mending } = await comparison(session)
  let left = mending
  for (let attempt = 1; left.length > 0; attempt += 1)
    try {
      for (; left.length > 0; left = left.slice(atOnce)) await session.commit(left.slice(0, atOnce))
    } catch (problem) {
      if (!(problem instanceof ConflictError) || attempt === tries) throw problem
      left = (await comparison(session)).mending
    }
  return found
}
