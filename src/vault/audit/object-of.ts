import { binding } from '../primitives/binding.ts'
import { keyOf, type Session } from '../session.ts'

const digits = 32

/** What stands for a client or a record in the trail: the same for the same id, 32 hex digits. */
export const objectOf = async (session: Session, id: string): Promise<string> =>
  (await keyOf(session, 'config').lastingHash(binding('anxin/audit-object/1', id))).slice(0, digits)
