import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type Unit, type UnitKey, wordOf } from './unit.ts'
import { type UnitFault, unitFaults } from './unit-faults.ts'

/** What a unit is from a day on. */
export type UnitEntry = Omit<Unit, 'until'>

/** The versions of one unit, the first first. */
export const versionsOf = (units: readonly Unit[], key: UnitKey): Unit[] =>
  units.filter((unit) => wordOf(unit) === wordOf(key)).sort(byDay)

/**
 * The versions of a unit once it is this from a day on, until it changes the next time. What begins on the same day is said anew: that is
 * how a mistake is put right.
 */
export function entered(versions: readonly Unit[], entry: UnitEntry): Unit[] {
  const same = versions.find(({ from }) => from === entry.from)
  if (same) return versions.map((one) => (one === same ? { ...entry, until: same.until } : one))
  const before = versions.findLast(({ from }) => from < entry.from)
  const after = versions.find(({ from }) => from > entry.from)
  const goesOn = before !== undefined && (before.until === null || before.until > entry.from)
  const until = goesOn ? before.until : (after?.from ?? null)
  return [
    ...versions.map((one) => (one === before && goesOn ? { ...one, until: entry.from } : one)),
    { ...entry, until },
  ].sort(byDay)
}

/** The versions of a unit that is no more from a day on; none when it never was by then. */
export const closed = (versions: readonly Unit[], from: string): Unit[] =>
  versions
    .filter((one) => one.from < from)
    .map((one) => (one.until === null || one.until > from ? { ...one, until: from } : one))

/**
 * All units with one of them changed. Refused with the first of the codes of `unitFaults` that were not there before; or with
 * UNIT_HAS_UNITS when units that belong to it would be left behind.
 */
export function withUnit(
  units: readonly Unit[],
  key: UnitKey,
  versions: readonly Unit[],
  desk: string,
): Outcome<Unit[]> {
  const after = [...units.filter((unit) => wordOf(unit) !== wordOf(key)), ...versions]
  const before = new Set(unitFaults(units, desk).map(wordOfFault))
  const fault = unitFaults(after, desk).find((one) => !before.has(wordOfFault(one)))
  if (!fault) return done(after)
  const isOwn = wordOf(fault.unit) === wordOf(key)
  return refused(isOwn ? fault.code : 'UNIT_HAS_UNITS', {
    at: fault.unit.code,
    detail: { name: fault.unit.name },
  })
}

const byDay = (a: Unit, b: Unit): number => a.from.localeCompare(b.from)

const wordOfFault = ({ unit, code }: UnitFault): string => `${wordOf(unit)} ${unit.from} ${code}`
