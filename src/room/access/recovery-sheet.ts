import type { Language } from '../../casework/values.ts'
import { drawRecoveryWords } from '../../vault/recovery-words.ts'

const wordsAsked = 4

/** The sheet that the next set-up will use. It exists only here until its words were typed back. */
export class RecoverySheet {
  #words: string[] = []
  #asked: number[] = []

  draw(language: Language): string[] {
    this.#words = drawRecoveryWords(language)
    const order = new Uint32Array(this.#words.length)
    crypto.getRandomValues(order)
    this.#asked = [...order.keys()]
      .sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0))
      .slice(0, wordsAsked)
      .sort((a, b) => a - b)
    return this.#words
  }

  /** Positions, counted from 0, of the words that have to be typed back. */
  get asked(): number[] {
    return this.#asked
  }

  /** The words, once every asked one was typed back; null before. */
  confirmed(typed: readonly { position: number; word: string }[]): string[] | null {
    const given = new Map(
      typed.map(({ position, word }) => [position, word.normalize('NFKC').trim().toLowerCase()]),
    )
    const right = this.#asked.every((position) => given.get(position) === this.#words[position])
    return right && this.#asked.length > 0 ? this.#words : null
  }

  forget(): void {
    this.#words = []
    this.#asked = []
  }
}
