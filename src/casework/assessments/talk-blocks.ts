import type { CriticalAlert } from '../crisis/critical-alert.ts'
import type { Block } from '../records/block.ts'
import type { Stored } from '../records/record.ts'
import type { Assessment } from './assessment.ts'
import { assessmentBlocks } from './assessment-blocks.ts'

type Alert = { value: Pick<CriticalAlert, 'assessmentId' | 'item' | 'handling'> }

/**
 * Why nothing about a client is handed on yet: a critical answer in one of their assessments that nobody has spoken with them
 * about, be it still being answered. Results entered from paper forms raise alerts too.
 */
export function talkBlocks(
  assessments: readonly Stored<Assessment>[],
  alerts: readonly Alert[],
): Block<'CRITICAL_ANSWER_OPEN'>[] {
  const inAssessments = assessments
    .flatMap((assessment) => assessmentBlocks(assessment, alerts))
    .flatMap(({ code, ...block }) => (code === 'CRITICAL_ANSWER_OPEN' ? [{ code, ...block }] : []))
  const known = new Set(assessments.map(({ id }) => id))
  const onPaper = alerts.filter(({ value }) => value.handling === null && !known.has(value.assessmentId))
  return [
    ...inAssessments,
    ...onPaper.map(({ value: { item } }) => ({ code: 'CRITICAL_ANSWER_OPEN' as const, detail: { item } })),
  ]
}
