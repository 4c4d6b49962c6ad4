import { VaultError } from './errors.ts'
import type { Session } from './session.ts'
import { sessionOf } from './unlock.ts'

/**
 * What somebody who is signed in may open now, staff and keys read again; null when they are not who signed in any more: other roles,
 * other keys, or gone.
 */
export async function refreshSession({ database, keys, staff }: Session): Promise<Session | null> {
  const fresh = await sessionOf(database, staff.id, keys).catch((problem: unknown) => {
    if (problem instanceof VaultError && problem.code === 'DAMAGED_VAULT') return null
    throw problem
  })
  if (!fresh || fresh.staff.roles.toSorted().join() !== staff.roles.toSorted().join()) return null
  return fresh
}
