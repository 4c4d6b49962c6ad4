import { dayOf } from '../../tiering/calendar.ts'
import { type ResponseLevel, responseLevelSchema } from '../crisis/response-level.ts'
import { type CallLine, followUpsLeft } from '../hotline/call-line.ts'
import type { Stored } from '../records/record.ts'
import { aliasKey, type Caller } from './caller.ts'

/** Somebody's earlier calls, for one line: nobody has to tell their story twice. */
export interface CallerPattern {
  calls: number
  /** Calls within the thirty days before. */
  lately: number
  /** The newest one. */
  last: { callId: string; number: string; at: string }
  /** How often which type, the most frequent first. */
  types: { type: CallLine['type']; calls: number }[]
  /** How often which level, the most urgent first. */
  levels: { level: ResponseLevel; calls: number }[]
  highRisk: number
  /** The next call back that was agreed and not done yet, even when it is late; null for none. */
  agreed: { callId: string; due: string } | null
}

const lately = 30 * 24 * 3_600_000

/** The pattern of these calls at a moment, apart from the one that is going on; null when there was none before. */
export function callerPattern(
  lines: readonly CallLine[],
  now: string,
  current: string | null = null,
): CallerPattern | null {
  const calls = lines
    .filter(({ id }) => id !== current)
    .toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
  const last = calls.at(-1)
  if (last === undefined) return null
  const types = [...Map.groupBy(calls, ({ type }) => type)].map(([type, of]) => ({ type, calls: of.length }))
  const left = calls.flatMap((line) => followUpsLeft(line).map(({ due }) => ({ callId: line.id, due })))
  return {
    calls: calls.length,
    lately: calls.filter(({ startedAt }) => Date.parse(now) - Date.parse(startedAt) <= lately).length,
    last: { callId: last.id, number: last.number, at: last.startedAt },
    types: types.toSorted((a, b) => b.calls - a.calls),
    levels: responseLevelSchema.options.flatMap((level) => {
      const of = calls.filter((line) => line.level === level).length
      return of === 0 ? [] : [{ level, calls: of }]
    }),
    highRisk: calls.filter(({ isHighRisk }) => isHighRisk).length,
    agreed: left.toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))[0] ?? null,
  }
}

/** From so many calls within a week on, a plan is proposed. */
const frequentCalls = 5

/** The day from which a caller called often enough within seven days for a plan, the newest; null for never. */
export function frequentSince(lines: readonly CallLine[]): string | null {
  const starts = lines.map(({ startedAt }) => Date.parse(startedAt)).sort((a, b) => a - b)
  const week = 7 * 24 * 3_600_000
  const place = starts.findLastIndex(
    (at, index) => index >= frequentCalls - 1 && at - (starts[index - frequentCalls + 1] ?? at) < week,
  )
  const at = starts[place]
  return at === undefined ? null : dayOf(new Date(at).toISOString())
}

/** The callers whom an alias may mean; with a word of theirs first those who chose that word. */
export function callersCalled(
  alias: string,
  word: string,
  callers: readonly Stored<Caller>[],
): Stored<Caller>[] {
  const sought = aliasKey(alias)
  if (sought === null) return []
  const said = aliasKey(word)
  const known = callers.filter(({ value }) => value.forgotten === null && aliasKey(value.alias) === sought)
  const says = ({ value }: Stored<Caller>): number => Number(said !== null && aliasKey(value.word) === said)
  return known.toSorted((a, b) => says(b) - says(a))
}

/** The caller with a call added, once; unchanged when it is among theirs, or they want to be unknown. */
export const withCall = (caller: Caller, call: Caller['calls'][number]): Caller =>
  caller.forgotten !== null || caller.calls.some(({ callId }) => callId === call.callId)
    ? caller
    : { ...caller, calls: [...caller.calls, call] }
