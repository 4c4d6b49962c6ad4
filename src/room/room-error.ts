import { isUnreadable } from '../vault/store/unreadable.ts'

/** Something a query could not give; `code` chooses the sentence on the screen. */
export class RoomError extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.name = 'RoomError'
    this.code = code
  }
}

/** The stable code of anything thrown here; `UNEXPECTED` for what nobody foresaw. */
export const codeOf = (problem: unknown): string => {
  if (isUnreadable(problem)) return 'UNREADABLE'
  const hasCode = problem instanceof Error && 'code' in problem && typeof problem.code === 'string'
  return hasCode ? String(problem.code) : 'UNEXPECTED'
}
