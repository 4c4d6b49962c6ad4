import { campaignKind } from '../../casework/campaign.ts'
import { surveyResponseKind } from '../../casework/survey-response.ts'
import { checkResponse } from '../../instruments/plain-survey/check-response.ts'
import { textOf } from '../../vault/bytes.ts'
import type { Inbox, SealedAnswer } from '../../vault/inbox.ts'
import type { Session } from '../session.ts'
import { campaignOf, responsePurpose, type SealedResponse, sealedResponseSchema } from './survey-ticket.ts'

interface Opened {
  sealed: SealedAnswer
  campaign: string
  response: SealedResponse
}

/**
 * Moves what people handed in to surveys into the vault, all at once and by their drawn ids, so that nothing tells which came
 * first. Done again after it was broken off it takes nothing in twice; what cannot be used stays in the inbox.
 */
export const takeInResponses = async (session: Session, inbox: Inbox): Promise<void> => {
  if (!session.vault.opens('statistics')) return
  const opened: Opened[] = []
  for (const { id } of await inbox.tickets().catch(() => []))
    for (const sealed of await inbox.answers(id).catch(() => [])) {
      const campaign = campaignOf(sealed.label)
      const response = campaign === null ? null : await openResponse(session, campaign, sealed)
      if (campaign !== null && response !== null) opened.push({ sealed, campaign, response })
    }
  if (opened.length === 0) return
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
    return
  }
  await inbox.removeAnswers(opened.map(({ sealed }) => sealed)).catch(() => undefined)
}

/** Null for what was not sealed for this campaign, or does not answer what it asks. */
const openResponse = async (
  session: Session,
  campaignId: string,
  { ticketId, label, sealed }: SealedAnswer,
): Promise<SealedResponse | null> => {
  try {
    const bytes = await session.vault.openSealed('statistics', responsePurpose(ticketId, label), sealed)
    const response = sealedResponseSchema.parse(JSON.parse(textOf(bytes)))
    const { value: campaign } = await session.get(campaignKind, campaignId)
    const checked = checkResponse(campaign.survey, response.answers)
    return checked.ok ? { ...response, answers: checked.value } : null
  } catch {
    return null
  }
}
