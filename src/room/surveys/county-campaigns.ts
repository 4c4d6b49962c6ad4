import { type Campaign, type CampaignMode, campaignKind } from '../../casework/surveys/campaign.ts'
import { isClosed, responseCounts } from '../../casework/surveys/response-counts.ts'
import { surveyResponseKind } from '../../casework/surveys/survey-response.ts'
import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { type CountyCampaign, readCampaignFile } from '../../exchange/campaign/campaign-file.ts'
import {
  type HandedInCounts,
  handedInCounts,
  handedInCountsKind,
} from '../../exchange/campaign/campaign-records.ts'
import { countedQuestions } from '../../exchange/campaign/counted-questions.ts'
import { type CampaignCounts, fewestPeople, writeCountsFile } from '../../exchange/campaign/counts-file.ts'
import { withholdCounts } from '../../exchange/campaign/withhold-counts.ts'
import { keptFile } from '../../exchange/kept-package.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import type { HandIn, OfferedCampaign, RoomCampaignsApi } from '../contract/county-campaigns.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { acceptedKeys } from '../exchange.ts'
import { countyOf } from '../report/sent-reports.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { mayOpenCampaigns } from './may-open.ts'

/** A campaign of the county's in this room: asked as one of its own, its counts handed in once. */
export const roomCampaigns = (session: () => Session): RoomCampaignsApi => {
  const readOffered = async (bytes: Uint8Array): Promise<Outcome<CountyCampaign>> => {
    const { code } = await identityAs('room', session())
    const keys = [...(await acceptedKeys(session()))].filter(([, { unit }]) => unit.length === 6)
    return readCampaignFile(bytes, { counties: new Map(keys), today: today(), demo: isDemoCode(code) })
  }

  const isKnown = async (id: string): Promise<boolean> =>
    (await session().list(campaignKind)).records.some(({ value }) => value.county?.campaign === id)

  /** What leaves of a closed campaign of the county's, ready to be signed. */
  const draft = async (id: string): Promise<Outcome<Draft>> => {
    if (!session().vault.opens('statistics')) throw new RoomError('NO_KEY')
    const { value: campaign } = await session().get(campaignKind, id)
    if (campaign.county === undefined) return refused('NOT_OF_THE_COUNTY')
    const county = await countyOf(session())
    if (county?.card.unit !== campaign.county.unit) return refused('COUNTY_CARD_NEEDED')
    const sent = await handedIn(campaign.county.campaign)
    if (sent) return done({ county, said: sent.said, sent })
    if (campaign.closedAt === null) return refused('CAMPAIGN_RUNNING')
    const { records, unreadable } = await session().list(surveyResponseKind)
    if (unreadable > 0) throw new RoomError('UNREADABLE')
    const answers = records.flatMap(({ value }) => (value.campaign === id ? [value.answers] : []))
    if (answers.length < fewestPeople)
      return refused('TOO_FEW_RESPONSES', { detail: { enough: fewestPeople } })
    const questions = countedQuestions(campaign.survey)
      .filter(isClosed)
      .map((question) => {
        const counts = responseCounts(question, answers).counts.map(({ count }) => count)
        return withholdCounts(question, counts, answers.length)
      })
    if (questions.length === 0) return refused('NOTHING_TO_HAND_IN')
    const { code } = await identityAs('room', session())
    const said: CampaignCounts = {
      format: 'anxin-campaign-counts/1',
      demo: isDemoCode(code),
      campaign: campaign.county.campaign,
      from: { unit: code },
      to: { unit: county.card.unit, key: county.kid },
      created: today(),
      people: answers.length,
      questions,
    }
    return done({ county, said, sent: null })
  }

  const handedIn = async (campaign: string): Promise<HandedInCounts | null> => {
    const { records, unreadable } = await session().list(handedInCountsKind)
    // One that cannot be read might be this one: there is no second slice.
    if (unreadable > 0) throw new RoomError('LEDGER_BROKEN')
    return records.find(({ value }) => value.campaign === campaign)?.value ?? null
  }

  const handOver = (sent: HandedInCounts): Outcome<{ file: OutgoingFile; sha256: string }> => {
    void session().vault.trail.note({ action: 'exported', kind: handedInCountsKind, detail: 'counts' })
    return done({ file: { name: sent.name, bytes: keptFile(sent) }, sha256: sent.sha256 })
  }

  return {
    async readCountyCampaign(bytes: Uint8Array): Promise<Outcome<OfferedCampaign>> {
      const read = await readOffered(bytes)
      if (!read.ok) return read
      const { id, county, title, survey } = read.value
      const card = await countyOf(session())
      const name = card?.card.unit === county ? card.card.name : county
      return done({ title, survey, county: { name, code: county }, known: await isKnown(id) })
    },
    async openCountyCampaign(input: {
      bytes: Uint8Array
      modes: CampaignMode[]
    }): Promise<Outcome<{ id: string }>> {
      const mine = mayOpenCampaigns(session())
      if (!mine.ok) return mine
      const modes = [...new Set(input.modes)]
      if (modes.length === 0) return refused('MODE_NEEDED', { at: 'modes' })
      const read = await readOffered(input.bytes)
      if (!read.ok) return read
      const { id: campaign, county, title, survey } = read.value
      if (await isKnown(campaign)) return refused('CAMPAIGN_KNOWN')
      const { vault, me, commit } = session()
      const id = vault.drawId()
      const value: Campaign = {
        title,
        survey,
        surveySha256: await sha256Hex(JSON.stringify(survey)),
        modes,
        county: { unit: county, campaign },
        openedAt: now(),
        openedBy: me.id,
        closedAt: null,
        closedBy: null,
      }
      await commit([{ kind: campaignKind, id, expectedRevision: 0, value }])
      return done({ id })
    },
    async previewHandIn(id: string): Promise<Outcome<HandIn>> {
      const drafted = await draft(id)
      if (!drafted.ok) return drafted
      const { county, said, sent } = drafted.value
      return done({
        county: { name: county.card.name, code: county.card.unit },
        people: said.people,
        questions: said.questions,
        handedIn: sent && { at: sent.writtenAt, sha256: sent.sha256 },
      })
    },
    async handInCounts(id: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
      const drafted = await draft(id)
      if (!drafted.ok) return drafted
      const { county, said, sent } = drafted.value
      if (sent) return handOver(sent)
      const { vault, me, commit } = session()
      const { keys } = await identityAs('room', session())
      const written = await writeCountsFile(said, keys, county.card)
      const value = handedInCounts(written, said, { writtenAt: now(), writtenBy: me.id })
      await commit([{ kind: handedInCountsKind, id: vault.drawId(), expectedRevision: 0, value }])
      return handOver(value)
    },
  }
}

interface Draft {
  county: ReadCard
  said: CampaignCounts
  sent: HandedInCounts | null
}
