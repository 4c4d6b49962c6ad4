import type { CaseSituation } from '../../casework/files/case-situation.ts'
import type { CaseStanding, CaseStep } from '../../casework/files/case-standing.ts'
import type { ClosureBlock } from '../../casework/files/closure-blocks.ts'
import type { Block } from '../../casework/records/block.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** How a file stands, and what stands in the way of closing it. */
export interface CaseOnShow {
  standing: Stored<CaseStanding> | null
  situation: CaseSituation
  /** What stands in the way of closing it today. */
  blocks: Block<ClosureBlock>[]
  /** Another supervisor than whoever proposed it can sign in here, so that nobody outside has to be asked. */
  supervisorHere: boolean
  unreadable: number
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

type StepInput<Step> = Step extends { by: string } ? Omit<Step, 'by' | 'at'> : never
/** A step towards closing a file, or opening it again. */
export type CaseDeed = StepInput<CaseStep>

export interface ClosureApi {
  /** Rejects with NO_KEY. */
  caseOnShow(clientId: string): Promise<CaseOnShow>
  /**
   * Proposes to close a file, agrees to it, sends it back or opens it again; what becomes of the follow-ups is saved with it.
   * `revision`: of the standing, 0 while there is none. Refused with CASE_STEP_INVALID (the field in `at`), or what `caseBlocks` say.
   */
  takeCaseStep(input: { clientId: string; revision: number; deed: CaseDeed }): Promise<Outcome<null>>
}
