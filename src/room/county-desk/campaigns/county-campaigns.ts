import { campaignTotals } from '../../../county/campaigns/campaign-totals.ts'
import { isInForceOn } from '../../../county/units/unit.ts'
import { campaignId, writeCampaignFile } from '../../../exchange/campaign/campaign-file.ts'
import {
  type ReceivedCounts,
  receivedCounts,
  receivedCountsKind,
  type WrittenCampaign,
  writtenCampaignKind,
} from '../../../exchange/campaign/campaign-records.ts'
import { campaignView } from '../../../exchange/campaign/campaign-view.ts'
import { countedQuestions } from '../../../exchange/campaign/counted-questions.ts'
import { readCountsFile, type VerifiedCounts } from '../../../exchange/campaign/counts-file.ts'
import { done, type Outcome, refused } from '../../../instruments/outcome.ts'
import { now, today } from '../../clock.ts'
import type {
  CampaignSums,
  CountsOnShow,
  CountyCampaignEntry,
  CountyCampaignsApi,
} from '../../contract/county-campaigns.ts'
import type { SurveySource } from '../../contract/surveys.ts'
import { RoomError } from '../../room-error.ts'
import type { Session } from '../../session.ts'
import { readSource } from '../../surveys/read-source.ts'
import { identityAs } from '../../unit-identity.ts'
import { packageDesk } from '../package-desk.ts'
import { expectedUnits } from '../units-of.ts'

/** Campaigns this county wrote. Rejects with UNREADABLE: what a lost one asked could be written anew, and counted twice. */
const written = async (session: Session): Promise<WrittenCampaign[]> => {
  await identityAs('county', session)
  const { records, unreadable } = await session.list(writtenCampaignKind)
  if (unreadable > 0) throw new RoomError('UNREADABLE')
  return records.map(({ value }) => value)
}

const received = async (session: Session, campaign?: string): Promise<ReceivedCounts[]> => {
  const { records, unreadable } = await session.list(receivedCountsKind)
  if (unreadable > 0) throw new RoomError('UNREADABLE')
  return records
    .map(({ value }) => value)
    .filter((one) => campaign === undefined || one.campaign === campaign)
}

/** Newest first, with how many rooms handed in. */
export const countyCampaigns = async (session: Session): Promise<CountyCampaignEntry[]> => {
  const counts = await received(session)
  return (await written(session))
    .toSorted((a, b) => b.writtenAt.localeCompare(a.writtenAt))
    .map(({ campaign: id, title, writtenAt }) => ({
      id,
      title,
      writtenAt,
      rooms: counts.filter(({ campaign }) => campaign === id).length,
    }))
}

/** A county's campaigns: the survey it signs for its rooms, and the counts they hand in. */
export const campaignCommands = (session: () => Session): Omit<CountyCampaignsApi, 'countyCampaigns'> => {
  const campaignOf = async (id: string): Promise<WrittenCampaign> => {
    const found = (await written(session())).find(({ campaign }) => campaign === id)
    if (!found) throw new RoomError('NOT_FOUND')
    return found
  }

  const sumsOf = async (id: string): Promise<CampaignSums> => {
    const { title, survey } = await campaignOf(id)
    const counts = await received(session(), id)
    const rooms = await expectedUnits(session())
    const names = new Map(rooms.map(({ code, name }) => [code, { code, name }]))
    const handedIn = new Set(counts.map(({ unit }) => unit))
    return {
      title,
      survey,
      totals: campaignTotals(
        survey,
        counts.map(({ said }) => said),
      ),
      rooms: [...handedIn].toSorted().map((code) => names.get(code) ?? { code, name: code }),
      missing: rooms
        .filter((unit) => isInForceOn(unit, today()) && !handedIn.has(unit.code))
        .map(({ code, name }) => ({ code, name })),
    }
  }

  const check = async (
    bytes: Uint8Array,
  ): Promise<Outcome<{ counts: VerifiedCounts; shown: CountsOnShow }>> => {
    const { code } = await identityAs('county', session())
    const campaigns = await written(session())
    const read = await readCountsFile(bytes, {
      ...(await packageDesk(session())),
      campaigns: new Map(campaigns.map((one) => [one.campaign, { ...one, id: one.campaign, county: code }])),
    })
    if (!read.ok) return read
    const { said, sha256 } = read.value
    const earlier = (await received(session(), said.campaign)).find(({ unit }) => unit === said.from.unit)
    if (earlier && earlier.sha256 !== sha256) return refused('COUNTS_TWICE', { at: said.from.unit })
    const { title, survey } = await campaignOf(said.campaign)
    const room = (await expectedUnits(session())).find((unit) => unit.code === said.from.unit)
    const shown: CountsOnShow = {
      id: said.campaign,
      title,
      survey,
      from: { code: said.from.unit, name: room?.name ?? said.from.unit },
      people: said.people,
      questions: said.questions,
      sha256,
      known: earlier !== undefined,
    }
    return done({ counts: read.value, shown })
  }

  return {
    async writeCountyCampaign(input: {
      source: SurveySource
      title: string
    }): Promise<Outcome<{ id: string }>> {
      const { code: county, keys } = await identityAs('county', session())
      const title = input.title.trim().slice(0, 100)
      if (title === '') return refused('TITLE_NEEDED', { at: 'title' })
      const read = await readSource(input.source)
      if (!read.ok) return { ok: false, refusal: read.refusal[0] ?? { code: 'SURVEY_NOT_ACCEPTED' } }
      const { survey } = read.value
      if (countedQuestions(survey).length === 0) return refused('NOTHING_TO_HAND_IN')
      const about = { county, title, survey, issued: today() }
      const id = await campaignId(about)
      if ((await written(session())).some(({ campaign }) => campaign === id)) return refused('CAMPAIGN_KNOWN')
      const { bytes } = await writeCampaignFile(about, keys)
      const { vault, me, commit } = session()
      const value: WrittenCampaign = {
        campaign: id,
        title,
        survey,
        issued: about.issued,
        jws: new TextDecoder().decode(bytes),
        writtenAt: now(),
        writtenBy: me.id,
      }
      await commit([{ kind: writtenCampaignKind, id: vault.drawId(), expectedRevision: 0, value }])
      return done({ id })
    },
    async countyCampaignFile(id: string) {
      const { code } = await identityAs('county', session())
      const { jws, issued } = await campaignOf(id)
      const name = `${code}-${issued}-${id.slice(0, 8)}.anxin-campaign`
      return done({ file: { name, bytes: new TextEncoder().encode(jws) } })
    },
    async countyCampaignSums(id: string) {
      return done(await sumsOf(id))
    },
    async countyCampaignView({ id, format, language }) {
      const { title, survey, totals } = await sumsOf(id)
      const bytes = await campaignView({ title, survey, ...totals }, format, language)
      return done({ file: { name: `survey-${id.slice(0, 8)}-${today()}.${format}`, bytes } })
    },
    async checkCampaignCounts(bytes: Uint8Array) {
      const checked = await check(bytes)
      return checked.ok ? done(checked.value.shown) : checked
    },
    async takeCampaignCounts(bytes: Uint8Array) {
      const checked = await check(bytes)
      if (!checked.ok) return checked
      const { counts, shown } = checked.value
      if (shown.known) return done(shown)
      const { vault, me, commit } = session()
      const value = receivedCounts(bytes, counts, { receivedAt: now(), receivedBy: me.id })
      await commit([{ kind: receivedCountsKind, id: vault.drawId(), expectedRevision: 0, value }])
      return done(shown)
    },
  }
}
