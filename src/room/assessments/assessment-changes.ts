import { ageOn } from '../../casework/age.ts'
import { alertsOf } from '../../casework/alerts-of.ts'
import { type Assessment, assessmentKind } from '../../casework/assessment.ts'
import { clientKind } from '../../casework/client.ts'
import { criticalAlertKind } from '../../casework/critical-alert.ts'
import type { Stored } from '../../casework/record.ts'
import { score } from '../../scoring/score.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { factsOf } from '../facts.ts'
import { instrumentOf } from '../questionnaires.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'

/** Answers to one assessment. */
interface Answered extends Pick<Assessment, 'answers' | 'pace' | 'paper' | 'remark'> {
  /** Closes the assessment; null leaves it open. */
  finishedAt: string | null
  /** Critical answers given on the way, oldest first: one raises its alert also when it was changed or taken back since. */
  said?: ScoreResult['critical']
}

/** Answers that no assessment can hold; an unfinished or unscorable one is kept with its status. */
const unfit = ['UNKNOWN_QUESTION', 'ANSWER_OUTSIDE_CODING', 'RATER_NOT_MEANT']

/** What raises the alerts that these critical answers call for, the last answer to an item counting. */
export const alertChanges = async (
  session: Session,
  assessment: Pick<Stored<Assessment>, 'id' | 'value'>,
  said: ScoreResult['critical'],
  raisedAt: string,
): Promise<Change[]> => {
  const critical = [...new Map(said.map((answer) => [answer.item, answer])).values()]
  const raised = (await session.list(criticalAlertKind)).records.map(({ value }) => value)
  return alertsOf(assessment, { critical }, raisedAt, raised).map((alert) => ({
    kind: criticalAlertKind,
    id: session.vault.drawId(),
    expectedRevision: 0,
    value: alert,
  }))
}

/**
 * What has to be saved together when answers come in: the assessment, an alert for every critical item answered so, and
 * once it is closed its result and its fact. An alert is raised at the first such answer, finished or not. Rejects with
 * INSTRUMENT_MISSING, and with what is wrong with the answers.
 */
export const assessmentChanges = async (
  session: Session,
  { id, revision, value }: Stored<Assessment>,
  { answers, pace, paper, remark, finishedAt, said = [] }: Answered,
): Promise<Change[]> => {
  const client = await session.get(clientKind, value.clientId)
  const { sex, birthDate } = client.value
  const age = ageOn(birthDate, dayOf(value.startedAt))
  const result = score(instrumentOf(value), answers, {
    rater: value.rater.kind,
    ...(sex === null ? {} : { sex }),
    ...(age === null ? {} : { age }),
  })
  if (result.reason && unfit.includes(result.reason.code)) throw new RoomError(result.reason.code)

  const assessment: Assessment = {
    ...value,
    answers,
    ...(pace === undefined ? {} : { pace: { ...value.pace, ...pace } }),
    ...(paper === undefined ? {} : { paper }),
    ...(remark === undefined ? {} : { remark }),
    answeredAt: finishedAt,
    result: finishedAt === null ? null : result,
  }
  // What stands in the end takes the place of what was said before.
  const critical = [...said, ...result.critical]
  return [
    { kind: assessmentKind, id, expectedRevision: revision, value: assessment },
    ...(await alertChanges(session, { id, value: assessment }, critical, finishedAt ?? now())),
    ...(finishedAt === null ? [] : [await factsOf(session).assessed(client, assessment, finishedAt)]),
  ]
}
