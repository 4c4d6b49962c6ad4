/** Chance from a seed: the same seed always gives the same course of events. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number, both limits included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** Lower-case hexadecimal digits; 32 make an id. */
  hex(digits: number): string
}

/** Generator sfc32 (Doty-Humphrey, PractRand): 128 bits of state, here filled from the seed's characters. */
export function createRandom(seed: string): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  const draw = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (const character of seed) {
    a ^= character.codePointAt(0) ?? 0
    draw()
  }
  for (let round = 0; round < 15; round++) draw()

  const next = () => draw() / 2 ** 32
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    hex: (digits) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join(''),
  }
}
