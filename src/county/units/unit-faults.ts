import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { levelAbove, parentOf, type Unit, unitLevels, wordOf } from './unit.ts'

/** What keeps units from being one tree. */
export const unitFaultCodes = [
  /** A city or county has 6 digits, a township or room 9. */
  'UNIT_CODE_LENGTH',
  /** It does not lie in the desk's own area, or not in that of the unit it belongs to. */
  'UNIT_OUTSIDE',
  /** Nothing of that code is one level up. */
  'UNIT_PARENT_MISSING',
  /** What has that code is not one level up: so no unit can come to belong to itself, by whatever way round. */
  'UNIT_PARENT_LEVEL',
  /** The unit it belongs to is not there for all of its time. */
  'UNIT_PARENT_NOT_IN_FORCE',
  /** Ends on its first day, or before. */
  'UNIT_ENDS_FIRST',
  'UNIT_VERSIONS_OVERLAP',
] as const
export type UnitFaultCode = (typeof unitFaultCodes)[number]

export interface UnitFault {
  unit: Unit
  code: UnitFaultCode
}

/** Everything that is wrong with the units of a desk, in their order; `desk` is its code. */
export function unitFaults(units: readonly Unit[], desk: string): UnitFault[] {
  const byKey = Map.groupBy(units, wordOf)
  return units.flatMap((unit) => {
    const codes = [...new Set(faultsOf(unit, byKey, desk))]
    return codes.map((code) => ({ unit, code }))
  })
}

type Versions = ReadonlyMap<string, readonly Unit[]>

function* faultsOf(unit: Unit, byKey: Versions, desk: string): Generator<UnitFaultCode> {
  const isWide = unit.level === 'city' || unit.level === 'county'
  if (unit.code.length !== (isWide ? 6 : 9)) yield 'UNIT_CODE_LENGTH'
  if (!unit.code.startsWith(areaOf(desk))) yield 'UNIT_OUTSIDE'
  if (unit.until !== null && unit.until <= unit.from) yield 'UNIT_ENDS_FIRST'
  const others = byKey.get(wordOf(unit)) ?? []
  if (others.some((other) => other !== unit && other.from <= unit.from && endOf(other) > unit.from))
    yield 'UNIT_VERSIONS_OVERLAP'
  if (unit.parent !== null) yield* parentFaults(unit, byKey)
}

function* parentFaults(unit: Unit, byKey: Versions): Generator<UnitFaultCode> {
  const parent = parentOf(unit)
  const above = parent === null ? undefined : byKey.get(wordOf(parent))
  if (above === undefined) {
    const isElsewhere = unitLevels.some(
      (level) => level !== levelAbove(unit.level) && byKey.has(wordOf({ level, code: unit.parent ?? '' })),
    )
    yield parent === null || isElsewhere ? 'UNIT_PARENT_LEVEL' : 'UNIT_PARENT_MISSING'
    return
  }
  if (!unit.code.startsWith(areaOf(unit.parent ?? ''))) yield 'UNIT_OUTSIDE'
  if (!isCovered(unit, above)) yield 'UNIT_PARENT_NOT_IN_FORCE'
}

/**
 * The digits that everything in a unit begins with: a township's rooms share its county's 6. A code ending in pairs of noughts is that of
 * something wider; the demonstration's county is a county all the same.
 */
export const areaOf = (code: string): string => {
  if (code.length === 9) return code.slice(0, 6)
  return isDemoCode(code) ? code : code.replace(/(?:00)+$/, '')
}

const endOf = ({ until }: Unit): string => until ?? '9999-12-31'

/** Whether some version or other of the unit above is there on every day of this one. */
function isCovered(unit: Unit, above: readonly Unit[]): boolean {
  let reached = unit.from
  for (const { from, ...version } of above.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (from > reached) break
    const end = endOf({ from, ...version })
    if (end > reached) reached = end
  }
  return reached >= endOf(unit)
}
