import type { Fact } from './fact.ts'

/** Strings by number, in the order they were first seen; -1 stands for null. */
export class Codes {
  readonly values: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(value: string | null): number {
    if (value === null) return -1
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    this.#numbers.set(value, this.values.length)
    return this.values.push(value) - 1
  }

  /** The number of a string; undefined when it was never seen. */
  find(value: string): number | undefined {
    return this.#numbers.get(value)
  }
}

export const columnFields = ['sex', 'ageBand', 'place', 'category', 'detail'] as const
export type ColumnField = (typeof columnFields)[number]

/**
 * Facts as columns of numbers, person by person: everybody's facts stand together, in the order they were saved. Those that are
 * nobody's come first.
 */
export class FactColumns {
  readonly size: number
  readonly kinds = new Codes()
  readonly months = new Codes()
  readonly persons = new Codes()
  readonly codes: Record<ColumnField, Codes>
  readonly kind: Int32Array
  readonly month: Int32Array
  readonly person: Int32Array
  readonly amount: Int32Array
  readonly fields: Record<ColumnField, Int32Array>

  constructor(facts: readonly Fact[]) {
    const { length } = facts
    const column = () => new Int32Array(length)
    const codesOf = () => new Codes()
    this.size = length
    this.codes = {
      sex: codesOf(),
      ageBand: codesOf(),
      place: codesOf(),
      category: codesOf(),
      detail: codesOf(),
    }
    this.kind = column()
    this.month = column()
    this.amount = column()
    this.fields = { sex: column(), ageBand: column(), place: column(), category: column(), detail: column() }
    const { persons } = this
    const drawn = Int32Array.from(facts, ({ person }) => persons.numberOf(person))
    const rows = this.#rowsByPerson(drawn)
    this.person = column()
    const { sex, ageBand, place, category, detail } = this.fields
    const { codes } = this
    for (let from = 0; from < length; from += 1) {
      const fact = facts[from]
      const row = rows[from]
      if (fact === undefined || row === undefined) continue
      this.person[row] = drawn[from] ?? -1
      this.kind[row] = this.kinds.numberOf(fact.kind)
      this.month[row] = this.months.numberOf(fact.month)
      this.amount[row] = fact.amount
      sex[row] = codes.sex.numberOf(fact.sex)
      ageBand[row] = codes.ageBand.numberOf(fact.ageBand)
      place[row] = codes.place.numberOf(fact.place)
      category[row] = codes.category.numberOf(fact.category)
      detail[row] = codes.detail.numberOf(fact.detail)
    }
  }

  /** Where each fact goes so that everybody's stand together. */
  #rowsByPerson(drawn: Int32Array): Int32Array {
    const next = new Int32Array(this.persons.values.length + 2)
    for (const person of drawn) next[person + 2] = (next[person + 2] ?? 0) + 1
    for (let person = 1; person < next.length; person += 1)
      next[person] = (next[person] ?? 0) + (next[person - 1] ?? 0)
    return drawn.map((person) => {
      const row = next[person + 1] ?? 0
      next[person + 1] = row + 1
      return row
    })
  }
}
