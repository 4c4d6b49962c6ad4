import { type Assessment, assessmentKind } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'
import { answerValues } from '../../instruments/instrument.ts'
import { criticalAnswers } from '../../scoring/critical-answers.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import type { Inbox, SealedAnswer } from '../../vault/inbox.ts'
import { textOf } from '../../vault/primitives/bytes.ts'
import { alertChanges, assessmentChanges } from '../assessments/assessment-changes.ts'
import { now } from '../clock.ts'
import { instrumentOf } from '../library/room-library.ts'
import { codeOf } from '../room-error.ts'
import type { Session } from '../session.ts'
import { checkAnswer } from './check-answer.ts'
import {
  closedTicket,
  passFor,
  readLabel,
  type SealedContent,
  sealedContentSchema,
  sealPurpose,
} from './sitting-ticket.ts'

/** Problems that may be gone at the next unlocking; whatever else is wrong with an answer will still be wrong then. */
const passing = ['NOT_SAVED', 'CONFLICT', 'INCOMPLETE', 'READ_ONLY_WINDOW', 'UNREADABLE', 'UNEXPECTED']

/**
 * Moves what clients answered into the vault, and closes the page of a client who had not finished: the answers so far are
 * kept. What cannot be taken in stays in the inbox, where `inboxStanding` counts it, and is in nobody's way. Broken off
 * anywhere and done again it does nothing twice. Rejects with NOT_SAVED only when answers that were taken in could not be
 * removed: taken in once more, they would replace what staff enter in the meantime.
 */
export const takeInAnswers = async (session: Session, inbox: Inbox): Promise<void> => {
  if (!session.vault.opens('assessment')) return
  const tickets = await inbox.tickets().catch(() => [])
  for (const { id } of tickets) {
    const answers = await inbox.answers(id).catch(() => null)
    if (answers && (await takeInTicket(session, inbox, answers)))
      await closeTicket(inbox, id).catch(() => undefined)
  }
}

/** False when some of these answers could be taken in another time. */
const takeInTicket = async (
  session: Session,
  inbox: Inbox,
  answers: readonly SealedAnswer[],
): Promise<boolean> => {
  let settled = true
  for (const [assessmentId, waiting] of Map.groupBy(answers, ({ label }) => readLabel(label).assessmentId)) {
    const used = await takeInAssessment(session, assessmentId, waiting).catch((problem: unknown) => {
      if (passing.includes(codeOf(problem))) settled = false
      return []
    })
    await inbox.removeAnswers(used)
  }
  return settled
}

/** Nothing more is asked on this ticket; what is left of it could not be used. */
export const closeTicket = async (inbox: Inbox, ticketId: string): Promise<void> => {
  const left = await inbox.answers(ticketId)
  if (left.length > 0) await inbox.putTicket({ id: ticketId, content: closedTicket })
  else await inbox.removeTicket(ticketId)
}

/** Saves what these answers to one assessment come to; gives those that the vault now holds. */
const takeInAssessment = async (
  session: Session,
  assessmentId: string,
  waiting: readonly SealedAnswer[],
): Promise<SealedAnswer[]> => {
  const assessment = await session.get(assessmentKind, assessmentId)
  const { used, ...answered } = await openAnswers(session, assessment, waiting)
  if (assessment.value.answeredAt !== null) {
    // Too late for the score, never for the alert.
    await session.commit(await alertChanges(session, assessment, answered.said, now()))
    return isSame(assessment.value.answers, answered.answers) ? used : []
  }
  if (used.length > 0) await session.commit(await assessmentChanges(session, assessment, answered))
  return used
}

interface OpenedAnswers {
  /** The assessment's answers as they stand after these. */
  answers: Assessment['answers']
  /** How long the questions of these answers were on the screen. */
  pace: NonNullable<Assessment['pace']>
  finishedAt: string | null
  said: ScoreResult['critical']
  /** The answers that could be opened, came from a page handed over for this assessment, and that the instrument offers. */
  used: SealedAnswer[]
}

const openAnswers = async (
  session: Session,
  { id, value: assessment }: Stored<Assessment>,
  waiting: readonly SealedAnswer[],
): Promise<OpenedAnswers> => {
  const instrument = await instrumentOf(session, assessment)
  const opened: OpenedAnswers = {
    answers: { ...assessment.answers },
    pace: {},
    finishedAt: null,
    said: [],
    used: [],
  }
  const pass = await passFor(session.vault, id)
  for (const sealed of waiting) {
    const content = await openAnswer(session, sealed)
    if (content?.pass !== pass) continue
    const { question } = readLabel(sealed.label)
    const { value, at, pace } = content
    if (question === null) opened.finishedAt = at
    else if (!checkAnswer(answerValues(instrument, question), { question, value }).ok) continue
    else if (value === null) delete opened.answers[question]
    else {
      opened.answers[question] = value
      if (pace !== undefined) opened.pace[question] = pace
      opened.said.push(...criticalAnswers(instrument, { [question]: value }))
    }
    opened.used.push(sealed)
  }
  return opened
}

/** Null for what is no answer sealed for this question. */
const openAnswer = async (
  { vault }: Session,
  { ticketId, label, sealed }: SealedAnswer,
): Promise<SealedContent | null> => {
  try {
    const bytes = await vault.openSealed('assessment', sealPurpose(ticketId, label), sealed)
    return sealedContentSchema.parse(JSON.parse(textOf(bytes)))
  } catch {
    return null
  }
}

const isSame = (a: Assessment['answers'], b: Assessment['answers']): boolean =>
  Object.keys({ ...a, ...b }).every((question) => a[question] === b[question])
