import { type Assessment, assessmentKind } from '../casework/assessment.ts'
import { VaultError } from '../vault/errors.ts'
import type { Inbox, SealedAnswer } from '../vault/inbox.ts'
import { assessmentChanges } from './assessment-changes.ts'
import type { Session } from './session.ts'
import {
  isThrough,
  readLabel,
  sealedContentSchema,
  sealPurpose,
  sittingTicketSchema,
} from './sitting-ticket.ts'

/** What waits on the client's page: sealed answers, and whether a client may still be answering. */
export const waitingAnswers = async (inbox: Inbox): Promise<{ answers: number; sittingOpen: boolean }> => {
  let waiting = 0
  let sittingOpen = false
  for (const { id, content } of await inbox.tickets()) {
    const answers = await inbox.answers(id)
    waiting += answers.length
    const ticket = sittingTicketSchema.safeParse(content)
    if (ticket.success && !isThrough(ticket.data, answers)) sittingOpen = true
  }
  return { answers: waiting, sittingOpen }
}

interface Opened {
  answers: Assessment['answers']
  finishedAt: string | null
  sealed: SealedAnswer[]
}

/** The answers of a ticket by assessment, later ones in place of earlier ones; one that does not open is left out. */
const openTicket = async (
  { vault }: Session,
  ticketId: string,
  waiting: readonly SealedAnswer[],
): Promise<Map<string, Opened>> => {
  const byAssessment = new Map<string, Opened>()
  for (const sealed of waiting) {
    const { assessmentId, question } = readLabel(sealed.label)
    const opened = byAssessment.get(assessmentId) ?? { answers: {}, finishedAt: null, sealed: [] }
    try {
      const bytes = await vault.openSealed('assessment', sealPurpose(ticketId, sealed.label), sealed.sealed)
      const { value, at } = sealedContentSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
      if (question === null) opened.finishedAt = at
      else if (value === null) delete opened.answers[question]
      else opened.answers[question] = value
    } catch (problem) {
      if (problem instanceof VaultError && problem.code === 'DAMAGED_BOX') continue
      throw problem
    }
    opened.sealed.push(sealed)
    byAssessment.set(assessmentId, opened)
  }
  return byAssessment
}

/**
 * Moves what clients answered into the vault; the page of a client who had not finished is closed, the answers so far are
 * kept. Done again after a crash it changes nothing twice. What cannot be opened stays where it is.
 */
export const takeInAnswers = async (session: Session, inbox: Inbox): Promise<void> => {
  if (!session.vault.opens('assessment')) return
  for (const { id } of await inbox.tickets()) {
    const waiting = await inbox.answers(id)
    const byAssessment = await openTicket(session, id, waiting)
    for (const [assessmentId, { answers, finishedAt, sealed }] of byAssessment) {
      const assessment = await session.get(assessmentKind, assessmentId)
      if (assessment.value.answeredAt === null) {
        const merged = { answers: { ...assessment.value.answers, ...answers }, finishedAt }
        await session.commit((await assessmentChanges(session, assessment, merged)).changes)
      }
      await inbox.removeAnswers(sealed)
    }
    if ((await inbox.answers(id)).length === 0) await inbox.removeTicket(id)
  }
}
