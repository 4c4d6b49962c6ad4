import { VaultError } from '../../vault/errors.ts'
import type { Inbox } from '../../vault/inbox.ts'
import { recordKinds } from '../record-kinds.ts'
import type { Session } from '../session.ts'

/** Records moved at once, so that nobody waits for long. */
const atOnce = 3000

/**
 * Finishes what was begun: the end of a client's records, and moving records to the newest keys after somebody lost the
 * former ones. Those are forgotten at the end, once nothing waits that was sealed for them outside. What cannot be written
 * now is left for the next time.
 */
export const finishKeyWork = async (session: Session, inbox: Inbox): Promise<void> => {
  const { vault } = session
  await vault.finishErasing().catch(leftForLater)
  try {
    if (!vault.formerKeys.due) return
    const { resealed, done } = await vault.formerKeys.reseal(atOnce)
    if (resealed > 0) session.forget(recordKinds.map(({ table }) => table))
    const waiting = await inbox.tickets().catch(() => null)
    if (done && waiting?.length === 0) await vault.formerKeys.forget()
  } catch (problem) {
    leftForLater(problem)
  }
}

const leftForLater = (problem: unknown): void => {
  if (!(problem instanceof VaultError)) throw problem
}
