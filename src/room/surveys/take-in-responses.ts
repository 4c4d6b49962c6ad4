import { campaignKind } from '../../casework/surveys/campaign.ts'
import { surveyResponseKind } from '../../casework/surveys/survey-response.ts'
import { checkResponse } from '../../instruments/plain-survey/check-response.ts'
import type { Inbox, SealedAnswer } from '../../vault/inbox.ts'
import { textOf } from '../../vault/primitives/bytes.ts'
import type { Session } from '../session.ts'
import { campaignOf, responsePurpose, type SealedResponse, sealedResponseSchema } from './survey-ticket.ts'

interface Opened {
  sealed: SealedAnswer
  campaign: string
  response: SealedResponse
}

/**
 * Moves what people handed in to surveys into the vault, all at once and by their drawn ids, so that nothing tells which came
 * first. Done again after it was broken off it takes nothing in twice; what cannot be used stays in the inbox, and so does what
 * belongs to a campaign that is closed. False when some could be taken in another time.
 */
export const takeInResponses = async (session: Session, inbox: Inbox): Promise<boolean> => {
  if (!session.vault.opens('statistics')) return false
  const opened: Opened[] = []
  for (const { id } of await inbox.tickets().catch(() => []))
    for (const sealed of await inbox.answers(id).catch(() => [])) {
      const campaign = campaignOf(sealed.label)
      const response = campaign === null ? null : await openResponse(session, campaign, sealed)
      if (campaign !== null && response !== null) opened.push({ sealed, campaign, response })
    }
  if (opened.length === 0) return true
  const known = new Set((await session.list(surveyResponseKind)).records.map(({ id }) => id))
  const fresh = new Map(
    opened.flatMap(({ campaign, response: { id, ...said } }) =>
      known.has(id) ? [] : [[id, { campaign, ...said }]],
    ),
  )
  const changes = [...fresh.keys()].toSorted().map((id) => ({
    kind: surveyResponseKind,
    id,
    expectedRevision: 0,
    value: fresh.get(id),
  }))
  try {
    await session.commit(changes)
  } catch {
    // They stay where they are until the next unlocking, and keep nobody from the vault.
    return false
  }
  await inbox.removeAnswers(opened.map(({ sealed }) => sealed)).catch(() => undefined)
  return true
}

/** Whether responses to a campaign wait that this session cannot take in. */
export const responsesWait = async (session: Session, inbox: Inbox, campaign: string): Promise<boolean> => {
  if (await takeInResponses(session, inbox)) return false
  const tickets = await inbox.tickets()
  const waiting = await Promise.all(tickets.map(({ id }) => inbox.answers(id)))
  return waiting.flat().some(({ label }) => campaignOf(label) === campaign)
}

/** Null for what was not sealed for this campaign while it runs, or does not answer what it asks. */
const openResponse = async (
  session: Session,
  campaignId: string,
  { ticketId, label, sealed }: SealedAnswer,
): Promise<SealedResponse | null> => {
  try {
    const bytes = await session.vault.openSealed('statistics', responsePurpose(ticketId, label), sealed)
    const response = sealedResponseSchema.parse(JSON.parse(textOf(bytes)))
    const { value: campaign } = await session.get(campaignKind, campaignId)
    // Who saw the numbers before and after one person would know what they answered.
    if (campaign.closedAt !== null) return null
    const checked = checkResponse(campaign.survey, response.answers)
    return checked.ok ? { ...response, answers: checked.value } : null
  } catch {
    return null
  }
}
