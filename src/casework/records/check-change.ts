import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { fieldOf, isSame } from './is-same.ts'
import type { RecordKind } from './record.ts'

/**
 * Whether a record may be stored in place of an earlier state of itself. What was said and done is history: it is added
 * to, never rewritten. Refused with RECORD_CLOSED and the first field that may not change any more.
 */
export function checkChange<T>(kind: RecordKind<T>, before: T, after: T): Outcome<null> {
  const appends = kind.appends ?? []
  const fields = Object.keys(Object.assign({}, before, after))
  const free = kind.changeable?.(before) ?? (kind.appends ? [] : fields)
  const rewritten = fields.find((field) => {
    const [earlier, later] = [fieldOf(before, field), fieldOf(after, field)]
    if (appends.includes(field)) return !isAddedTo(earlier, later)
    return !free.includes(field) && !isSame(earlier, later)
  })
  return rewritten === undefined ? done(null) : refused('RECORD_CLOSED', { at: rewritten })
}

/** A list that records from before there was one leave out is empty. */
const isAddedTo = (earlier: unknown = [], later: unknown = []): boolean =>
  Array.isArray(earlier) && Array.isArray(later) && isSame(earlier, later.slice(0, earlier.length))
