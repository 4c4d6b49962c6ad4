const half = 2 ** 52

/** Who somebody is in a digest: the first 104 bits of a pseudonym, in two halves. */
export interface DigestOf {
  high: Float64Array
  low: Float64Array
}

export function digestOf(pseudonyms: readonly string[]): DigestOf {
  const digests = {
    high: new Float64Array(pseudonyms.length),
    low: new Float64Array(pseudonyms.length),
  }
  for (let person = 0; person < pseudonyms.length; person += 1) {
    const pseudonym = pseudonyms[person] ?? ''
    digests.high[person] = hexadecimal(pseudonym, 0)
    digests.low[person] = hexadecimal(pseudonym, 13)
  }
  return digests
}

/** 52 bits from 13 lower-case hexadecimal digits; for tens of thousands of persons, faster than cutting each out. */
function hexadecimal(digits: string, from: number): number {
  let value = 0
  for (let place = from; place < from + 13; place += 1) {
    const code = digits.charCodeAt(place)
    value = value * 16 + (code < 58 ? code - 48 : code - 87)
  }
  return value
}

const addedTo = (sum: number, part: number): number => (sum + part >= half ? sum + part - half : sum + part)

/**
 * The cells of one table while they are counted. Everything of one person has to be added before anything of the next; nobody, -1,
 * whenever it comes.
 */
export class CellCounts {
  readonly #counts: Float64Array
  readonly #persons: Int32Array
  readonly #top: Float64Array
  /** Of the person who was counted in the cell last. */
  readonly #last: Int32Array
  readonly #own: Float64Array
  /** Of nobody in particular: the most heads that came together, and how often any did. */
  readonly #heads: Float64Array
  readonly #unknown: Float64Array
  readonly #high: Float64Array
  readonly #low: Float64Array
  readonly #digests: DigestOf

  constructor(size: number, digests: DigestOf) {
    const column = () => new Float64Array(size)
    this.#counts = column()
    this.#persons = new Int32Array(size)
    this.#top = column()
    this.#last = new Int32Array(size).fill(-1)
    this.#own = column()
    this.#heads = column()
    this.#unknown = column()
    this.#high = column()
    this.#low = column()
    this.#digests = digests
  }

  /** `amount`: what the count grows by; of nobody in particular so many heads that came together. */
  add(cell: number, person: number, amount: number): void {
    this.#counts[cell] = (this.#counts[cell] ?? 0) + amount
    if (person === -1) {
      this.#heads[cell] = Math.max(this.#heads[cell] ?? 0, amount)
      this.#unknown[cell] = (this.#unknown[cell] ?? 0) + 1
      return
    }
    this.#high[cell] = addedTo(this.#high[cell] ?? 0, this.#digests.high[person] ?? 0)
    this.#low[cell] = addedTo(this.#low[cell] ?? 0, this.#digests.low[person] ?? 0)
    const isNew = this.#last[cell] !== person
    if (isNew) {
      this.#last[cell] = person
      this.#persons[cell] = (this.#persons[cell] ?? 0) + 1
    }
    const own = (isNew ? 0 : (this.#own[cell] ?? 0)) + amount
    this.#own[cell] = own
    this.#top[cell] = Math.max(this.#top[cell] ?? 0, own)
  }

  counts(): number[] {
    return Array.from(this.#counts)
  }

  /** Distinct persons behind each cell, or as many as there are at least where some are unknown. */
  persons(): number[] {
    return Array.from(this.#persons, (known, cell) => Math.max(known, this.#heads[cell] ?? 0))
  }

  /** The most of each count that may be one person's. */
  top(): number[] {
    return Array.from(this.#top, (known, cell) => Math.max(known, this.#unknown[cell] ?? 0))
  }

  /**
   * Who is in each cell: the count and the sum of the members' pseudonyms, whatever order they came in. Pseudonyms are keyed by the
   * room, so nobody outside can aim at two sets with one sum.
   */
  members(): string[] {
    return Array.from(this.#counts, (count, cell) =>
      [count, this.#high[cell] ?? 0, this.#low[cell] ?? 0].map((part) => part.toString(16)).join('-'),
    )
  }
}
