import { DimensionError, dimensionOf } from './dimension.ts'

/** What an attacker may see and what is kept from him: tables of counts over shared dimensions, linked by their sums. */
export interface TableSet {
  /** Each entry of `sums` is a total and its parts; several entries make hierarchies, also side by side. */
  dims: Record<string, { sums: string[][] }>
  /** A cell not listed is unknown to the attacker. */
  cells: TableCell[]
  policy: DisclosurePolicy
}

export interface DisclosurePolicy {
  /** The smallest number of persons that may be published. */
  k: number
  /** Whether zeros are withheld like other small counts, or published, so that a withheld count is at least 1. */
  zeros: 'withheld' | 'published'
}

export interface TableCell {
  /** A dimension left out means its total. */
  at: Record<string, string>
  /** The true count. */
  n: number
  /** Not published, and known to the attacker as not published. */
  withheld?: true
  /** Released earlier: whatever is decided now, the attacker has it. */
  frozen?: true
  /** Distinct persons behind the count, where that is not the count itself. */
  persons?: number
  /** The largest part of the count that is one person's; none where nobody's part is known. */
  top?: number
  /** A rounded cell: the attacker knows only that the count is from the first number to the second. */
  between?: [low: number, high: number]
  /** Never published, in no table: an inner cell that the published margins must not pin down. */
  joint?: true
}

/** A table set that contradicts itself; `message` says where. */
export class TableSetError extends Error {
  readonly code = 'TABLE_SET_INVALID'
  override readonly name = 'TableSetError'
}

/** Persons behind a cell, by which it is under k or not. */
export const personsIn = ({ n, persons }: TableCell): number => persons ?? n

const LARGEST_COUNT = 999_999_999
const MOST_CELLS = 200_000
const FLAGS = ['withheld', 'frozen', 'joint'] as const

/**
 * Reads `tables.json` (DESIGN section 9) strictly: nothing unknown, nothing twice. An earlier `audit` beside the tables is not
 * believed, and left out. Throws `TableSetError`.
 */
export function readTableSet(json: unknown): TableSet {
  const { dims, cells, policy } = fieldsOf(json, 'tables', ['dims', 'cells', 'policy'], ['audit'])
  const readDims = readDimensions(dims)
  const readPolicy = policyOf(policy)
  if (!Array.isArray(cells) || cells.length === 0) throw new TableSetError('cells: not a list of cells')
  if (cells.length > MOST_CELLS) throw new TableSetError(`cells: more than ${MOST_CELLS}`)
  const set: TableSet = {
    dims: readDims,
    cells: cells.map((cell, index) => cellOf(cell, `cells[${index}]`)),
    policy: readPolicy,
  }
  checkPlaces(set)
  for (const [index, { n, withheld }] of set.cells.entries())
    if (withheld && n === 0 && readPolicy.zeros === 'published')
      throw new TableSetError(`cells[${index}]: a zero is withheld though zeros are published`)
  return set
}

function readDimensions(json: unknown): TableSet['dims'] {
  const entries = Object.entries(objectAt(json, 'dims'))
  if (entries.length > 32) throw new TableSetError('dims: more than 32')
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const { sums } = fieldsOf(value, `dims.${name}`, ['sums'])
      const isListOfLists =
        Array.isArray(sums) && sums.every((sum) => Array.isArray(sum) && sum.every(isCode)) && isCode(name)
      if (!isListOfLists) throw new TableSetError(`dims.${name}.sums: not lists of codes`)
      return [name, { sums: sums.map((sum: string[]) => [...sum]) }]
    }),
  )
}

const isCode = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= 200 && value !== '__proto__'

function policyOf(json: unknown): DisclosurePolicy {
  const { k, zeros } = fieldsOf(json, 'policy', ['k', 'zeros'])
  if (!isCount(k) || k < 1 || k > 1000) throw new TableSetError('policy.k: not a whole number from 1 to 1000')
  if (zeros !== 'withheld' && zeros !== 'published') throw new TableSetError('policy.zeros: unknown')
  return { k, zeros }
}

function cellOf(json: unknown, where: string): TableCell {
  const { at, n, persons, top, between, ...flags } = fieldsOf(
    json,
    where,
    ['at', 'n'],
    [...FLAGS, 'persons', 'top', 'between'],
  )
  if (!isCount(n)) throw new TableSetError(`${where}.n: not a count`)
  const place = Object.entries(objectAt(at, `${where}.at`))
  for (const [dimension, code] of place)
    if (typeof code !== 'string') throw new TableSetError(`${where}.at.${dimension}: not a code`)
  const cell: TableCell = { at: Object.fromEntries(place), n }
  for (const flag of FLAGS) {
    const value = flags[flag]
    if (value !== undefined && typeof value !== 'boolean')
      throw new TableSetError(`${where}.${flag}: neither true nor false`)
    if (value === true) cell[flag] = true
  }
  if (persons !== undefined) {
    if (!isCount(persons)) throw new TableSetError(`${where}.persons: not a count`)
    cell.persons = persons
  }
  if (top !== undefined) {
    if (!isCount(top) || top > n) throw new TableSetError(`${where}.top: not a part of the count`)
    cell.top = top
  }
  if (between !== undefined) cell.between = intervalOf(between, n, where)
  if ([cell.withheld, cell.between, cell.joint].filter((known) => known !== undefined).length > 1)
    throw new TableSetError(`${where}: at most one of withheld, between and joint`)
  return cell
}

function intervalOf(json: unknown, n: number, where: string): [number, number] {
  const [low, high, ...more] = Array.isArray(json) ? json : []
  if (!isCount(low) || !isCount(high) || more.length > 0)
    throw new TableSetError(`${where}.between: not two counts`)
  if (n < low || n > high) throw new TableSetError(`${where}.between: the count lies outside`)
  return [low, high]
}

/** Every cell stands at known codes, and no two stand at the same. */
function checkPlaces({ dims, cells }: TableSet): void {
  const dimensions = Object.entries(dims).map(([name, { sums }]) => {
    try {
      return { name, ...dimensionOf(sums) }
    } catch (error) {
      if (error instanceof DimensionError) throw new TableSetError(`dims.${name}: ${error.message}`)
      throw error
    }
  })
  const seen = new Set<string>()
  for (const [index, { at }] of cells.entries()) {
    for (const name of Object.keys(at))
      if (!Object.hasOwn(dims, name)) throw new TableSetError(`cells[${index}].at.${name}: unknown dimension`)
    const place = dimensions.map(({ name, codes, total }) => {
      const code = Object.hasOwn(at, name) ? at[name] : total
      if (code === undefined)
        throw new TableSetError(`cells[${index}].at.${name}: left out, but it has no total`)
      const position = codes.indexOf(code)
      if (position < 0) throw new TableSetError(`cells[${index}].at.${name}: unknown code`)
      return position
    })
    const key = place.join(' ')
    if (seen.has(key)) throw new TableSetError(`cells[${index}]: listed twice`)
    seen.add(key)
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT

function objectAt(json: unknown, where: string): object {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new TableSetError(`${where}: not an object`)
  return json
}

/** The fields of an object that has these and, of others, at most the optional ones. */
function fieldsOf<Required extends string, Optional extends string = never>(
  json: unknown,
  where: string,
  required: readonly Required[],
  optional: readonly Optional[] = [],
): Record<Required, unknown> & Partial<Record<Optional, unknown>> {
  const object = objectAt(json, where)
  const known: readonly string[] = [...required, ...optional]
  for (const field of Object.keys(object))
    if (!known.includes(field)) throw new TableSetError(`${where}.${field}: unknown field`)
  for (const field of required)
    if (!Object.hasOwn(object, field)) throw new TableSetError(`${where}.${field}: missing`)
  return object as Record<Required, unknown> & Partial<Record<Optional, unknown>>
}
