import type { Language } from '../../casework/records/values.ts'
import { type Campaign, type CampaignMode, campaignKind } from '../../casework/surveys/campaign.ts'
import { surveyResponseKind } from '../../casework/surveys/survey-response.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { checkResponse } from '../../instruments/plain-survey/check-response.ts'
import type { PlainAnswers } from '../../instruments/plain-survey/plain-survey.ts'
import { closeTicket } from '../client-mode/take-in-answers.ts'
import { now, nowAfter, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { SurveySource, SurveysApi } from '../contract/surveys.ts'
import type { Seat } from '../seat.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { countsFile, crossTabulated, resultsOf } from './campaign-results.ts'
import { roomCampaigns } from './county-campaigns.ts'
import { mayOpenCampaigns } from './may-open.ts'
import { readSource } from './read-source.ts'
import type { SurveyTicket } from './survey-ticket.ts'
import { responsesWait } from './take-in-responses.ts'

/** A campaign as it stands, if it runs and is held this way. */
const running = async (session: Session, id: string, mode: CampaignMode): Promise<Outcome<Campaign>> => {
  const { value } = await session.get(campaignKind, id)
  if (!session.vault.opens('statistics')) return refused('NO_KEY', { at: 'statistics' })
  if (value.closedAt !== null) return refused('CAMPAIGN_CLOSED')
  return value.modes.includes(mode) ? done(value) : refused('OTHER_MODE', { at: mode })
}

/** Anonymous surveys: putting them up, taking them in, and what they came to. */
export const surveysApi = (seat: Seat): SurveysApi => {
  const { session } = seat

  return {
    async campaigns() {
      const { vault, list } = session()
      const [campaigns, responses] = await Promise.all([list(campaignKind), list(surveyResponseKind)])
      const counted = Map.groupBy(responses.records, ({ value }) => value.campaign)
      const entries = campaigns.records.map(({ id, revision, value: campaign }) => ({
        id,
        revision,
        campaign,
        responses: vault.opens('statistics') ? (counted.get(id)?.length ?? 0) : null,
      }))
      return {
        campaigns: entries.toSorted(
          (a, b) =>
            Number(a.campaign.closedAt !== null) - Number(b.campaign.closedAt !== null) ||
            b.campaign.openedAt.localeCompare(a.campaign.openedAt),
        ),
        unreadable: campaigns.unreadable + responses.unreadable,
        staffNames: staffNames(session()),
      }
    },
    trySurvey: readSource,
    campaignResults: async (id) => resultsOf(session(), id),
    ...commands({
      ...roomCampaigns(session),
      async openCampaign(input: {
        source: SurveySource
        title: string
        modes: CampaignMode[]
      }): Promise<Outcome<{ id: string }>> {
        const mine = mayOpenCampaigns(session())
        if (!mine.ok) return mine
        const title = input.title.trim()
        if (title === '') return refused('TITLE_NEEDED', { at: 'title' })
        const modes = [...new Set(input.modes)]
        if (modes.length === 0) return refused('MODE_NEEDED', { at: 'modes' })
        const read = await readSource(input.source)
        if (!read.ok) return { ok: false, refusal: read.refusal[0] ?? { code: 'SURVEY_NOT_ACCEPTED' } }
        const { vault, me, commit } = session()
        const id = vault.drawId()
        const value: Campaign = {
          title,
          survey: read.value.survey,
          surveySha256: await sha256Hex(JSON.stringify(read.value.survey)),
          modes,
          openedAt: now(),
          openedBy: me.id,
          closedAt: null,
          closedBy: null,
        }
        await commit([{ kind: campaignKind, id, expectedRevision: 0, value }])
        return done({ id })
      },
      async closeCampaign({ id, revision }: { id: string; revision: number }): Promise<Outcome<null>> {
        const mine = mayOpenCampaigns(session())
        if (!mine.ok) return mine
        const { me, get, commit } = session()
        const { value } = await get(campaignKind, id)
        if (value.closedAt !== null) return refused('CAMPAIGN_CLOSED')
        if (await responsesWait(session(), seat.writing.inbox, id)) return refused('RESPONSES_WAITING')
        const closed = { ...value, closedAt: nowAfter(value.openedAt), closedBy: me.id }
        await commit([{ kind: campaignKind, id, expectedRevision: revision, value: closed }])
        return done(null)
      },
      async startSurveyKiosk(input: {
        id: string
        language: Language
        largePrint: boolean
      }): Promise<Outcome<null>> {
        const { session: sitting, inbox } = seat.beginning
        const campaign = await running(sitting, input.id, 'kiosk')
        if (!campaign.ok) return campaign
        const { survey } = campaign.value
        if (!survey.languages.includes(input.language))
          return refused('LANGUAGE_MISSING', { at: input.language })
        for (const { id } of await inbox.tickets()) await closeTicket(inbox, id)
        const content: SurveyTicket = {
          campaign: input.id,
          publicKey: sitting.vault.publicKey('statistics'),
          survey,
          language: input.language,
          largePrint: input.largePrint,
        }
        await inbox.putTicket({ id: sitting.vault.drawId(), content })
        await seat.signOut('locked')
        return done(null)
      },
      async submitResponse(input: { id: string; answers: PlainAnswers }): Promise<Outcome<null>> {
        const campaign = await running(session(), input.id, 'interview')
        if (!campaign.ok) return campaign
        const checked = checkResponse(campaign.value.survey, input.answers)
        if (!checked.ok) return checked
        const { vault, commit } = session()
        const value = { campaign: input.id, day: today(), answers: checked.value }
        await commit([{ kind: surveyResponseKind, id: vault.drawId(), expectedRevision: 0, value }])
        return done(null)
      },
      async crossTabulate(input: { id: string; question: string; by: string }) {
        return crossTabulated(session(), input)
      },
      async exportCounts(input: { id: string; language: Language }) {
        const file = await countsFile(session(), input)
        if (file.ok)
          void session().vault.trail.note({
            action: 'exported',
            kind: campaignKind,
            about: input.id,
            detail: 'counts',
          })
        return file
      },
    }),
  }
}
