import { type Assessment, assessmentKind } from '../../casework/assessments/assessment.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { clueKind } from '../../casework/clues/clue.ts'
import { clueFromList, isClueList } from '../../casework/clues/clue-from-list.ts'
import { alertsOf } from '../../casework/crisis/alerts-of.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import type { Stored } from '../../casework/records/record.ts'
import { score } from '../../scoring/score.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { instrumentOf, questionnaireOf } from '../library/room-library.ts'
import { RoomError } from '../room-error.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { aboutClient } from './about-client.ts'

/** Answers to one assessment. */
interface Answered extends Pick<Assessment, 'answers' | 'pace' | 'paper' | 'remark'> {
  /** Closes the assessment; null leaves it open. */
  finishedAt: string | null
  /** Critical answers given on the way, oldest first: one raises its alert also when it was changed or taken back since. */
  said?: ScoreResult['critical']
}

/** Answers that no assessment can hold; an unfinished or unscorable one is kept with its status. */
const unfit = ['UNKNOWN_QUESTION', 'ANSWER_OUTSIDE_CODING', 'RATER_NOT_MEANT']

/** How long the questions were on the screen that have an answer. */
const paceOf = (
  pace: NonNullable<Assessment['pace']>,
  answers: Assessment['answers'],
): NonNullable<Assessment['pace']> =>
  Object.fromEntries(Object.entries(pace).filter(([question]) => Object.hasOwn(answers, question)))

/** What raises the alerts that these critical answers call for, the last answer to an item counting. */
export const alertChanges = async (
  session: Session,
  assessment: Pick<Stored<Assessment>, 'id' | 'value'>,
  said: ScoreResult['critical'],
  raisedAt: string,
): Promise<Change[]> => {
  const critical = [...new Map(said.map((answer) => [answer.item, answer])).values()]
  const alerts = await session.ofClient(criticalAlertKind, assessment.value.clientId)
  const raised = alerts.records.map(({ value }) => value)
  const instrument = await instrumentOf(session, assessment.value)
  return alertsOf(instrument, assessment, { critical }, raisedAt, raised).map((alert) => ({
    kind: criticalAlertKind,
    id: session.vault.drawId(),
    expectedRevision: 0,
    value: alert,
  }))
}

/** What saves the clue that a finished list leaves, in the words the list was asked in. */
const clueChanges = async (
  session: Session,
  assessment: Pick<Stored<Assessment>, 'id' | 'value'>,
): Promise<Change[]> => {
  if (!isClueList(assessment.value.instrument)) return []
  const { survey } = await questionnaireOf(session, assessment.value)
  const { working } = await roomRules(session)
  const wording = assessment.value.language === 'en' ? 'en' : 'zh-cn'
  const words = survey.pages
    .flatMap(({ elements }) => elements)
    .map(({ name, title }) => [name, title[wording] ?? title['zh-cn'] ?? name])
  const clue = clueFromList(assessment, Object.fromEntries(words), working)
  return clue === null
    ? []
    : [{ kind: clueKind, id: session.vault.drawId(), expectedRevision: 0, value: clue }]
}

/**
 * What has to be saved together when answers come in: the assessment, an alert for every critical item answered so, and
 * once it is closed its result and the clue a list leaves. An alert is raised at the first such answer, finished or not. Rejects with
 * INSTRUMENT_MISSING, and with what is wrong with the answers.
 */
export const assessmentChanges = async (
  session: Session,
  { id, revision, value }: Stored<Assessment>,
  { answers, pace, paper, remark, finishedAt, said = [] }: Answered,
): Promise<Change[]> => {
  const client = await session.get(clientKind, value.clientId)
  const about = aboutClient(client.value, dayOf(value.startedAt))
  const instrument = await instrumentOf(session, value)
  const result = score(instrument, answers, { rater: value.rater.kind, ...about })
  if (result.reason && unfit.includes(result.reason.code)) throw new RoomError(result.reason.code)

  const assessment: Assessment = {
    ...value,
    answers,
    ...(pace === undefined ? {} : { pace: paceOf({ ...value.pace, ...pace }, answers) }),
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
    ...(finishedAt === null ? [] : await clueChanges(session, { id, value: assessment })),
  ]
}
