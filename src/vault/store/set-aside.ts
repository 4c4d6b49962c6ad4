import type { FormerDatabase } from './database.ts'

const keptDays = 30
const dayLength = 24 * 60 * 60 * 1000

/** Notes a database whose place another took: it is kept for 30 days. */
export const setAside = (name: string, at: string): FormerDatabase => ({
  name,
  setAsideAt: at,
  keptUntil: new Date(Date.parse(at) + keptDays * dayLength).toISOString(),
})
