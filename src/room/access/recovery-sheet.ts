import type { Language } from '../../casework/records/values.ts'
import {
  drawRecoveryHalves,
  drawRecoveryWords,
  normalWord,
  recoveryIdentity,
  sheetCode,
} from '../../vault/keys/recovery-words.ts'
import { drawBelow } from '../../vault/primitives/random.ts'
import type { ConfirmedWord, DrawnSheet, SheetPlace } from '../contract/access.ts'

const wordsAsked = 4

interface Drawn {
  vaultId: string
  papers: string[][]
  asked: SheetPlace[]
}

/** So many places on each paper, in their order. */
const drawPlaces = (papers: string[][]): SheetPlace[] =>
  papers.flatMap((words, paper) => {
    const left = [...words.keys()]
    const drawn = Array.from({ length: wordsAsked / papers.length }, () =>
      left.splice(drawBelow(left.length), 1),
    )
    return drawn
      .flat()
      .toSorted((a, b) => a - b)
      .map((position) => ({ paper, position }))
  })

/** The next recovery sheet. It exists only here until its words were typed back. */
export class RecoverySheet {
  #drawn: Drawn | null = null

  /** `vaultId` and `sheet`: what it is for, and its number there. */
  async draw(
    language: Language,
    halves: boolean,
    { vaultId, sheet }: { vaultId: string; sheet: number },
  ): Promise<DrawnSheet> {
    const papers = halves ? drawRecoveryHalves(language) : [drawRecoveryWords(language)]
    this.#drawn = { vaultId, papers, asked: drawPlaces(papers) }
    const { signing } = await recoveryIdentity(papers.flat())
    const code = await sheetCode(vaultId, { sheet, signKey: signing.publicKey })
    return { sheet, code, halves, papers: papers.map((words) => ({ words })) }
  }

  get asked(): SheetPlace[] {
    return this.#drawn?.asked ?? []
  }

  /** What was drawn, once every asked word was typed back; null before. */
  confirmed(typed: readonly ConfirmedWord[]): { vaultId: string; words: string[] } | null {
    if (!this.#drawn) return null
    const { vaultId, papers, asked } = this.#drawn
    const right = asked.every(({ paper, position }) =>
      typed.some(
        (given) =>
          given.paper === paper &&
          given.position === position &&
          normalWord(given.word) === papers[paper]?.[position],
      ),
    )
    return right ? { vaultId, words: papers.flat() } : null
  }

  forget(): void {
    this.#drawn = null
  }
}
