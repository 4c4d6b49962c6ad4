import { type Assessment, assessmentKind } from '../../casework/assessments/assessment.ts'
import { assessmentBlocks } from '../../casework/assessments/assessment-blocks.ts'
import { talkBlocks } from '../../casework/assessments/talk-blocks.ts'
import type { CareAction } from '../../casework/consents/consent-needed.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import { unlessBlocked } from '../../casework/records/block.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import type { Session } from '../session.ts'

/** What waits for nothing, not even for the talk about a critical answer. */
const waitsForNothing: readonly CareAction[] = ['respondToCrisis', 'reportHarm']

/** Whether an assessment is completed, so that it may be handed on so. Refused with NOT_ANSWERED or CRITICAL_ANSWER_OPEN. */
export const assessmentCompleted = async (
  { ofClient }: Pick<Session, 'ofClient'>,
  assessment: Stored<Assessment>,
  action: CareAction,
): Promise<Outcome<null>> => {
  if (waitsForNothing.includes(action)) return done(null)
  const { records: alerts } = await ofClient(criticalAlertKind, assessment.value.clientId)
  return unlessBlocked(assessmentBlocks(assessment, alerts), () => null)
}

/** Whether every critical answer of a client was talked about, so that something about them may be handed on so. Refused with CRITICAL_ANSWER_OPEN. */
export const criticalAnswersTalked = async (
  { ofClient }: Pick<Session, 'ofClient'>,
  clientId: string,
  action: CareAction,
): Promise<Outcome<null>> => {
  if (waitsForNothing.includes(action)) return done(null)
  const [{ records: assessments }, { records: alerts }] = await Promise.all([
    ofClient(assessmentKind, clientId),
    ofClient(criticalAlertKind, clientId),
  ])
  return unlessBlocked(talkBlocks(assessments, alerts), () => null)
}
