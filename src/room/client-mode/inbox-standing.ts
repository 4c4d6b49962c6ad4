import type { Inbox } from '../../vault/inbox.ts'
import { surveyTicketSchema } from '../surveys/survey-ticket.ts'
import { closedTicket, isThrough, sittingTicketSchema } from './sitting-ticket.ts'

/** What lies in the inbox, as far as it can be told without a key. */
export interface InboxStanding {
  /** Sealed answers that nobody has looked at yet. */
  waiting: number
  /** Sealed answers that could not be used when they were looked at. */
  unusable: number
  /** A client may still be answering, or a survey is up. */
  sittingOpen: boolean
}

/** Null when the inbox cannot be read, which keeps nobody from the vault. */
export const inboxStanding = async (inbox: Inbox): Promise<InboxStanding | null> => {
  const standing: InboxStanding = { waiting: 0, unusable: 0, sittingOpen: false }
  try {
    for (const { id, content } of await inbox.tickets()) {
      const answers = await inbox.answers(id)
      if (content === closedTicket) standing.unusable += answers.length
      else standing.waiting += answers.length
      const ticket = sittingTicketSchema.safeParse(content)
      if (ticket.success && !isThrough(ticket.data, answers)) standing.sittingOpen = true
      if (surveyTicketSchema.safeParse(content).success) standing.sittingOpen = true
    }
    return standing
  } catch {
    return null
  }
}
