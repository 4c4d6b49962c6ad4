import type { Caller } from '../../casework/callers/caller.ts'
import { callerPattern, frequentSince } from '../../casework/callers/caller-pattern.ts'
import { type CallerPlan, callerPlanInForce, isReviewDue } from '../../casework/callers/caller-plan.ts'
import type { CallLine } from '../../casework/hotline/call-line.ts'
import type { Stored } from '../../casework/records/record.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { CallerLine } from '../contract/callers.ts'

type Lines = ReadonlyMap<string, CallLine>

/** Somebody's calls as far as they can be read, the newest first. */
export const linesOf = ({ calls }: Caller, lines: Lines): CallLine[] =>
  calls
    .flatMap(({ callId }) => lines.get(callId) ?? [])
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))

/** Somebody who calls again on one line, at a moment. */
export function callerLine(
  { id, value }: Stored<Caller>,
  { lines, plans }: { lines: Lines; plans: readonly Stored<CallerPlan>[] },
  at: string,
): CallerLine {
  const theirs = linesOf(value, lines)
  const held = callerPlanInForce(plans)?.value ?? null
  return {
    id,
    alias: value.alias,
    pattern: callerPattern(theirs, at),
    frequentSince: frequentSince(theirs),
    plan: held && { reviewBy: held.reviewBy, reviewDue: isReviewDue(held, dayOf(at)) },
  }
}
