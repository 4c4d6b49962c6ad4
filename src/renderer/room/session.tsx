import { createContext, useContext } from 'react'
import type { Phase } from '../../room/contract/access.ts'

/** The unit that is open and who is signed in. */
export type Session = Pick<Extract<Phase, { phase: 'open' }>, 'unit' | 'me'>

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext.Provider

/** Who is signed in where; only inside the frame, which is shown while a unit is open. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('SESSION_MISSING')
  return session
}
