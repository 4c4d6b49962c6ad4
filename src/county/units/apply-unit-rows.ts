import { closed, entered } from './change-unit.ts'
import { mergeUnits, ownUnit } from './merge-units.ts'
import type { ListedUnit, UnitRowFault } from './read-unit-row.ts'
import { isInForceOn, levelAbove, parentOf, type Unit, wordOf } from './unit.ts'
import { type UnitFault, unitFaults } from './unit-faults.ts'
import type { UnitField } from './unit-lists.ts'

/** What a list is read against. */
export interface UnitListSetting {
  /** What was entered so far. */
  entered: readonly Unit[]
  /** Rooms as their cards tell of them. */
  cards: readonly Unit[]
  desk: { code: string; name: string }
  today: string
}

/** What a row would change. */
export interface PlannedUnit extends Pick<Unit, 'level' | 'code' | 'name' | 'from'> {
  row: number
  isNew: boolean
  /** What would be other than it is. */
  changes: (keyof Unit)[]
}

/** What comes of rows that can be read. */
interface AppliedRows {
  units: Unit[]
  planned: PlannedUnit[]
  /** Rows that do not fit with the others, or with what is there. */
  faults: { row: ListedUnit; code: UnitRowFault['code']; field: UnitField }[]
}

type ByKey = ReadonlyMap<string, readonly Unit[]>

/** Enters the rows of a list one after the other, the earliest first. */
export function applyUnitRows(rows: readonly ListedUnit[], setting: UnitListSetting): AppliedRows {
  const { cards, desk } = setting
  const before = mergeUnits(setting.entered, cards, desk)
  const known = Map.groupBy(before, wordOf)
  const byKey = new Map<string, readonly Unit[]>(Map.groupBy(setting.entered, wordOf))
  const codes = codesByName(before, rows)
  const rowOf = new Map<string, ListedUnit>()
  const planned: PlannedUnit[] = []
  const faults: AppliedRows['faults'] = []
  const dated = rows.map((row) => ({ row, from: row.from ?? firstDay(row, byKey, known, setting.today) }))
  for (const { row, from } of dated.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const key = wordOf(row)
    const parent = parentCode(row, codes)
    const isTwice = rowOf.has(`${key} ${from}`)
    if (isTwice || parent === undefined) {
      faults.push({
        row,
        ...(isTwice
          ? ({ code: 'UNIT_TWICE', field: 'code' } as const)
          : ({ code: 'UNIT_PARENT_UNCLEAR', field: 'parent' } as const)),
      })
      continue
    }
    rowOf.set(`${key} ${from}`, row)
    const versions = byKey.get(key) ?? []
    const seen = byKey.get(key) ?? known.get(key) ?? []
    const there = seen.find((one) => isInForceOn(one, from)) ?? seen.at(-1)
    const isUnderDesk = levelAbove(row.level) === ownUnit(desk).level
    const entry = {
      level: row.level,
      code: row.code,
      name: row.name,
      parent: parent ?? there?.parent ?? (isUnderDesk ? desk.code : null),
      contact: row.contact ?? there?.contact ?? '',
      duty: row.duty ?? there?.duty ?? (row.level === 'room' ? 'month' : 'none'),
      residents: row.residents ?? there?.residents ?? null,
      from,
    } as const
    const changes = there ? changesBetween(there, entry, row.until) : []
    planned.push({ ...shown(row), from, isNew: !known.has(key), changes })
    if (there && changes.length === 0) continue
    const onlyEnds = versions.length > 0 && changes.every((field) => field === 'until')
    const begun = onlyEnds ? [...versions] : entered(versions, entry)
    const first = onlyEnds ? (there?.from ?? from) : from
    if (row.until !== null && row.until <= first)
      faults.push({ row, code: 'UNIT_ENDS_FIRST', field: 'until' })
    else byKey.set(key, row.until === null ? begun : closed(begun, row.until))
  }
  const units = [...byKey.values()].flat()
  const faultsBefore = new Set(unitFaults(before, desk.code).map(wordOfFault))
  for (const fault of unitFaults(mergeUnits(units, cards, desk), desk.code)) {
    if (faultsBefore.has(wordOfFault(fault))) continue
    const own = rowOf.get(`${wordOf(fault.unit)} ${fault.unit.from}`)
    if (own) faults.push({ row: own, code: fault.code, field: fieldOf(fault) })
    else {
      const above = parentOf(fault.unit)
      for (const row of rows.filter((one) => above !== null && wordOf(one) === wordOf(above)))
        faults.push({ row, code: 'UNIT_HAS_UNITS', field: 'until' })
    }
  }
  return { units, planned, faults }
}

const shown = ({ row, level, code, name }: ListedUnit) => ({ row, level, code, name })

/** From when a row counts that does not say so. */
function firstDay(row: ListedUnit, byKey: ByKey, known: ByKey, today: string): string {
  const key = wordOf(row)
  if (byKey.has(key)) return today
  const newYear = `${today.slice(0, 4)}-01-01`
  const [card] = known.get(key) ?? []
  return card && card.from < newYear ? card.from : newYear
}

/** The codes that a name stands for, by level. */
function codesByName(
  units: readonly Unit[],
  rows: readonly ListedUnit[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>()
  for (const { level, name, code } of [...units, ...rows]) {
    const word = `${level} ${name}`
    codes.set(word, (codes.get(word) ?? new Set()).add(code))
  }
  return codes
}

/** The code of the unit a row belongs to; null when it does not say, undefined when that cannot be told. */
function parentCode(
  { level, parent }: ListedUnit,
  codes: ReadonlyMap<string, ReadonlySet<string>>,
): string | null | undefined {
  if (parent === null) return null
  const digits = /^(\d{6}|\d{9})(000)?$/.exec(parent)?.[1]
  if (digits !== undefined) return digits
  const named = [...(codes.get(`${levelAbove(level)} ${parent}`) ?? [])]
  return named.length === 1 ? named[0] : undefined
}

const compared = ['name', 'parent', 'contact', 'duty', 'residents'] as const

function changesBetween(there: Unit, entry: Omit<Unit, 'until'>, until: string | null): (keyof Unit)[] {
  return [
    ...compared.filter((field) => there[field] !== entry[field]),
    ...(isInForceOn(there, entry.from) ? [] : (['from'] as const)),
    ...(until !== null && there.until !== until ? (['until'] as const) : []),
  ]
}

const fieldOf = ({ code }: UnitFault): UnitField =>
  code.startsWith('UNIT_PARENT') ? 'parent' : code === 'UNIT_ENDS_FIRST' ? 'until' : 'code'

const wordOfFault = ({ unit, code }: UnitFault): string => `${wordOf(unit)} ${unit.from} ${code}`
