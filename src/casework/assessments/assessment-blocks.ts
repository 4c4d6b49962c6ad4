import type { CriticalAlert } from '../crisis/critical-alert.ts'
import { type Block, blockIf } from '../records/block.ts'
import type { Stored } from '../records/record.ts'
import type { Assessment } from './assessment.ts'

/**
 * Why an assessment is not completed: it is still being answered, or nobody has spoken with the client about a critical
 * answer in it. Till then nothing of it is handed to the client or anybody else, and the visit is not over. `alerts` are the client's.
 */
export function assessmentBlocks(
  { id, value: { answeredAt } }: Pick<Stored<Assessment>, 'id' | 'value'>,
  alerts: readonly { value: Pick<CriticalAlert, 'assessmentId' | 'item' | 'handling'> }[],
): Block<'NOT_ANSWERED' | 'CRITICAL_ANSWER_OPEN'>[] {
  const open = alerts.filter(({ value }) => value.assessmentId === id && value.handling === null)
  return [
    ...blockIf(answeredAt === null, 'NOT_ANSWERED'),
    ...open.map(({ value: { item } }) => ({ code: 'CRITICAL_ANSWER_OPEN' as const, detail: { item } })),
  ]
}
