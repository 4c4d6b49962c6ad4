import type { Fact } from './fact.ts'

/** Strings by number, in the order they were first seen; -1 stands for null. */
class Codes {
  readonly values: string[] = []
  readonly #numbers = new Map<string, number>()
  #last: string | null = null
  #lastNumber = -1

  numberOf(value: string | null): number {
    if (value === this.#last) return this.#lastNumber
    this.#last = value
    this.#lastNumber = value === null ? -1 : (this.#numbers.get(value) ?? this.#add(value))
    return this.#lastNumber
  }

  #add(value: string): number {
    const number = this.values.push(value) - 1
    this.#numbers.set(value, number)
    return number
  }
}

/** A field of facts as numbers. */
interface Column {
  codes: Codes
  rows: Int32Array
}

const columnOf = (size: number): Column => ({ codes: new Codes(), rows: new Int32Array(size) })

/**
 * Facts as columns of numbers, person by person: everybody's facts stand together, in the order they were saved. Those that are
 * nobody's come first.
 */
export class FactColumns {
  readonly size: number
  readonly kind: Column
  readonly month: Column
  readonly person: Column
  readonly amount: Int32Array
  readonly fields: Record<'sex' | 'ageBand' | 'place' | 'category' | 'detail', Column>

  constructor(facts: readonly Fact[]) {
    const { length } = facts
    const [kind, month, person, sex, ageBand, place, category, detail] = Array.from({ length: 8 }, () =>
      columnOf(length),
    ) as [Column, Column, Column, Column, Column, Column, Column, Column]
    const amount = new Int32Array(length)
    const drawn = new Int32Array(length)
    for (let position = 0; position < length; position += 1)
      drawn[position] = person.codes.numberOf(facts[position]?.person ?? null)
    const order = rowsByPerson(drawn, person.codes.values.length)
    for (let position = 0; position < length; position += 1) {
      const [row, fact] = [order[position], facts[position]]
      if (row === undefined || fact === undefined) continue
      person.rows[row] = drawn[position] ?? -1
      kind.rows[row] = kind.codes.numberOf(fact.kind)
      month.rows[row] = month.codes.numberOf(fact.month)
      sex.rows[row] = sex.codes.numberOf(fact.sex)
      ageBand.rows[row] = ageBand.codes.numberOf(fact.ageBand)
      place.rows[row] = place.codes.numberOf(fact.place)
      category.rows[row] = category.codes.numberOf(fact.category)
      detail.rows[row] = detail.codes.numberOf(fact.detail)
      amount[row] = fact.amount
    }
    this.size = length
    this.kind = kind
    this.month = month
    this.person = person
    this.amount = amount
    this.fields = { sex, ageBand, place, category, detail }
  }

  /** The rows of some kinds, in order. */
  rowsOf(kinds: readonly string[]): Int32Array {
    const { codes, rows } = this.kind
    const isOne = Uint8Array.from(codes.values, (kind) => (kinds.includes(kind) ? 1 : 0))
    const found = new Int32Array(this.size)
    let count = 0
    for (let row = 0; row < rows.length; row += 1)
      if (isOne[rows[row] ?? -1] === 1) {
        found[count] = row
        count += 1
      }
    return found.subarray(0, count)
  }
}

/** Where each fact goes so that everybody's stand together. */
function rowsByPerson(drawn: Int32Array, persons: number): Int32Array {
  const next = new Int32Array(persons + 2)
  for (const person of drawn) next[person + 2] = (next[person + 2] ?? 0) + 1
  for (let person = 1; person < next.length; person += 1)
    next[person] = (next[person] ?? 0) + (next[person - 1] ?? 0)
  const rows = new Int32Array(drawn.length)
  for (let position = 0; position < drawn.length; position += 1) {
    const place = (drawn[position] ?? -1) + 1
    const row = next[place] ?? 0
    next[place] = row + 1
    rows[position] = row
  }
  return rows
}
