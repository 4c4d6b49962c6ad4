import { ageOn } from '../casework/age.ts'
import { alertsOf } from '../casework/alerts-of.ts'
import { type Assessment, assessmentKind } from '../casework/assessment.ts'
import { clientKind } from '../casework/client.ts'
import { criticalAlertKind } from '../casework/critical-alert.ts'
import type { Stored } from '../casework/record.ts'
import { score } from '../scoring/score.ts'
import { dayOf } from '../tiering/calendar.ts'
import type { Change } from '../vault/vault.ts'
import { now } from './clock.ts'
import { factsOf } from './facts.ts'
import { questionnaireOf } from './questionnaires.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'

/** Answers to one assessment as they stand; `finishedAt` closes it, null leaves it open. */
interface Answered {
  answers: Assessment['answers']
  finishedAt: string | null
}

/**
 * What has to be saved together when answers come in: the assessment, an alert for every critical item answered so, and
 * once it is closed its result and its fact. An alert is raised at the first such answer, finished or not.
 */
export const assessmentChanges = async (
  session: Session,
  { id, revision, value }: Stored<Assessment>,
  { answers, finishedAt }: Answered,
): Promise<{ assessment: Assessment; changes: Change[] }> => {
  const questionnaire = questionnaireOf(value.instrument)
  if (questionnaire?.instrument.version !== value.instrumentVersion) throw new RoomError('INSTRUMENT_MISSING')
  const client = await session.get(clientKind, value.clientId)
  const { sex, birthDate } = client.value
  const age = ageOn(birthDate, dayOf(value.startedAt))
  const result = score(questionnaire.instrument, answers, {
    rater: value.rater.kind,
    ...(sex === null ? {} : { sex }),
    ...(age === null ? {} : { age }),
  })
  if (result.status === 'invalid') throw new RoomError(result.reason?.code ?? 'ANSWERS_INVALID')

  const assessment: Assessment = {
    ...value,
    answers,
    answeredAt: finishedAt,
    result: finishedAt === null ? null : result,
  }
  const raised = (await session.list(criticalAlertKind)).records.map((alert) => alert.value)
  const alerts = alertsOf({ id, value: assessment }, result, finishedAt ?? now(), raised)
  return {
    assessment,
    changes: [
      { kind: assessmentKind, id, expectedRevision: revision, value: assessment },
      ...alerts.map((alert) => ({
        kind: criticalAlertKind,
        id: session.vault.drawId(),
        expectedRevision: 0,
        value: alert,
      })),
      ...(finishedAt === null ? [] : [await factsOf(session).assessed(client, assessment, finishedAt)]),
    ],
  }
}
