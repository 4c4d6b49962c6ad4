import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { fieldOf, isSame } from './is-same.ts'
import type { RecordKind } from './record.ts'

/**
 * Whether a record may be stored in place of an earlier state of itself. What was said and done is history: it is added
 * to, never rewritten. Refused with RECORD_CLOSED and the first field that may not change any more.
 */
export function checkChange<T>(kind: RecordKind<T>, before: T, after: T): Outcome<null> {
  if (!kind.changeable) return done(null)
  const changeable = kind.changeable(before)
  const fields = Object.keys(Object.assign({}, before, after))
  const rewritten = fields.find(
    (field) => !changeable.includes(field) && !isSame(fieldOf(before, field), fieldOf(after, field)),
  )
  return rewritten === undefined ? done(null) : refused('RECORD_CLOSED', { at: rewritten })
}
