const half = 2 ** 52

/**
 * Who is in a cell, in 104 bits: the sum of the members' pseudonyms, which does not depend on their order.
 * Pseudonyms are keyed by the room, so nobody outside can aim at two sets with one sum.
 */
export class MemberDigest {
  size = 0
  #high = 0
  #low = 0

  /** Counts a member in; null is counted without being anybody. */
  add(pseudonym: string | null): void {
    this.size += 1
    if (pseudonym === null) return
    this.#high = (this.#high + Number.parseInt(pseudonym.slice(0, 13), 16)) % half
    this.#low = (this.#low + Number.parseInt(pseudonym.slice(13, 26), 16)) % half
  }

  toString(): string {
    return [this.size, this.#high, this.#low].map((part) => part.toString(16)).join('-')
  }
}
