import { dueDayOf } from '../../board/due-day.ts'
import type { Judgement } from '../judge-package.ts'
import type { RefusedFile, StagedPackage } from './keeping.ts'

/** What becomes, or became, of one file of many. */
export interface ImportedFile {
  name: string
  /**
   * `new`: taken in · `known`: here already, to the letter · `waiting`: kept until those before it come · `refused`: kept in
   * quarantine · `left`: not come to, for somebody stopped.
   */
  outcome: 'new' | 'known' | 'waiting' | 'refused' | 'left'
  /** Why it waits or is refused. */
  code: string | null
  unit: string | null
  period: string | null
  seq: number | null
  /** It came after the day on which it was due. */
  late: boolean
  /** Tables that count a hundred times what the unit last reported: worth a call, and no fault. */
  unusual: string[]
  /** It came earlier, and waited here until now. */
  waited: boolean
}

/** A staged package with what was judged of it; without a judgement it was left. */
export function importedFile(
  { name, verified: { payload }, received, waited }: StagedPackage,
  judgement: Judgement | null,
  dueDay?: number,
): ImportedFile {
  const { from, period, seq } = payload
  const code = judgement?.decision === 'refused' ? judgement.code : null
  return {
    name,
    outcome: judgement === null ? 'left' : code === 'CHAIN_GAP' ? 'waiting' : judgement.decision,
    code,
    unit: from.unit,
    period,
    seq,
    late: received > dueDayOf(period, dueDay),
    unusual: judgement?.decision === 'new' ? judgement.unusual : [],
    waited,
  }
}

/** A file that was refused before its place could be judged. */
export const refusedFile = ({ name, code, unit, period, seq }: RefusedFile): ImportedFile => ({
  name,
  outcome: 'refused',
  code,
  unit,
  period,
  seq,
  late: false,
  unusual: [],
  waited: false,
})
