import type { Parameter } from '../store/store.ts'

/** Collects the parameters of a statement. */
export class Parameters {
  readonly values: Parameter[] = []

  /** The place of a value in the statement, of type `cast`. */
  add(value: Parameter, cast: 'text' | 'integer[]' = 'text'): string {
    this.values.push(value)
    return `$${this.values.length}::${cast}`
  }

  list(values: readonly string[]): string {
    return values.map((value) => this.add(value)).join(', ')
  }

  rows(rows: readonly (readonly string[])[]): string {
    return rows.map((row) => `(${this.list(row)})`).join(', ')
  }
}
