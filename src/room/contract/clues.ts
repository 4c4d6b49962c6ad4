import type { Clue } from '../../casework/clues/clue.ts'
import type { ClueStanding } from '../../casework/clues/clue-standing.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** A clue and how it stands today. */
export interface ClueOnShow {
  clue: Stored<Clue>
  standing: ClueStanding
}

export interface CluesApi {
  /** What others noticed about one client: what waits first, the next to lapse at the top; then what was looked into. Lapsed clues are not there. */
  clues(clientId: string): Promise<{
    clues: ClueOnShow[]
    staffNames: Record<string, string>
    unreadable: number
  }>
  /** Something told in words. Refused with ROLE_NEEDED, as `mayDo` is, or with CLUE_INVALID (the field in `at`). */
  noteClue(input: Pick<Clue, 'clientId' | 'source' | 'told'>): Promise<Outcome<{ id: string }>>
  /** What came of looking into it. Refused with ROLE_NEEDED or what `clueBlocks` say. */
  answerClue(
    input: { id: string; revision: number } & Pick<NonNullable<Clue['outcome']>, 'found' | 'entry'>,
  ): Promise<Outcome<null>>
}
