import { type Caller, callerKind } from '../../casework/callers/caller.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Session } from '../session.ts'

/** Somebody who calls again; refused with CALLER_FORGOTTEN when they want to be unknown. */
export async function knownCaller(
  { get }: Pick<Session, 'get'>,
  id: string,
): Promise<Outcome<Stored<Caller>>> {
  const caller = await get(callerKind, id)
  return caller.value.forgotten === null ? done(caller) : refused('CALLER_FORGOTTEN')
}
