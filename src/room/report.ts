import { thumbprintOf } from '../exchange/compact-jws.ts'
import { composePayload } from '../exchange/compose-payload.ts'
import { exportStep } from '../exchange/ledger.ts'
import { type PackagePayload, payloadText } from '../exchange/package-payload.ts'
import { readPackage } from '../exchange/read-package.ts'
import { type RoundedTable, roundTables } from '../exchange/round-tables.ts'
import { type SentPackage, sentPackage, sentPackageKind, writtenPackage } from '../exchange/sent-package.ts'
import type { ReadCard } from '../exchange/unit-card.ts'
import { writePackage } from '../exchange/write-package.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { factKind } from '../statistics/fact.ts'
import { periodKindOf, quarterOf } from '../statistics/period.ts'
import { publishedTables } from '../statistics/release-plan.ts'
import { type CountTable, tabulate } from '../statistics/tabulate.ts'
import { now, today } from './clock.ts'
import { commands } from './commands.ts'
import type { OutgoingFile } from './contract/exchange.ts'
import type { ReportApi, ReportPreview } from './contract/report.ts'
import { acceptedCards } from './exchange.ts'
import { planReference, releasePlan } from './release-plan.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'
import { tableOnShow } from './table-on-show.ts'
import { identityAs } from './unit-identity.ts'

const countyOf = async (session: Session): Promise<ReadCard | null> =>
  (await acceptedCards(session)).findLast(({ card }) => card.kind === 'county') ?? null

const cardOf = async (session: Session, unit: string): Promise<ReadCard> => {
  const known = (await acceptedCards(session)).find(({ card }) => card.unit === unit)
  if (!known) throw new RoomError('COUNTY_CARD_NEEDED')
  return known
}

const ledgerOf = async (session: Session) =>
  (await session.list(sentPackageKind)).records.map(({ value }) => value)

const countedTables = async (session: Session, period: string): Promise<CountTable[]> => {
  const facts = (await session.list(factKind)).records.map(({ value }) => value)
  return tabulate(facts, releasePlan, period, session.unit.releaseProfile)
}

/** Tables of the plan that this report does not carry, and why. */
const stayingTables = ({ unit }: Session, period: string): ReportPreview['staying'] => {
  const kind = periodKindOf(period)
  const leaving = new Set(publishedTables(releasePlan, unit.releaseProfile, kind).map(({ id }) => id))
  return releasePlan.tables
    .filter(({ id }) => !leaving.has(id))
    .map(({ id, title, period: own }) => ({
      id,
      title,
      because: own === kind ? 'PROFILE_TOO_SMALL' : 'OTHER_PERIOD',
    }))
}

/** A period as far as it has come: what is counted, and the package that was or would be written. */
interface Report {
  counted: CountTable[]
  leaving: RoundedTable[]
  county: ReadCard | null
  payload: PackagePayload | null
  sent: SentPackage | null
  unfinished: boolean
}

/** What a package of this room said; the room can open its own. */
const saidIn = async (session: Session, sent: SentPackage): Promise<PackagePayload> => {
  const { code, keys } = await identityAs('room', session)
  const { card, kid } = await cardOf(session, sent.to)
  const read = await readPackage(writtenPackage(sent).bytes, {
    identity: keys.identity,
    senders: new Map([[await thumbprintOf(keys.signing.x), { unit: code, signing: keys.signing.x }]]),
    addressee: { unit: card.unit, key: kid },
    plans: new Map([[sent.plan.sha256, releasePlan]]),
    today: today(),
  })
  if (!read.ok) throw new RoomError(read.refusal.code)
  return read.value.payload
}

/** The report to the county: counted here, rounded, shown to the last letter, then written once. */
export const reportApi = (session: () => Session): ReportApi => {
  const reportOn = async (period: string): Promise<Outcome<Report>> => {
    const step = exportStep(await ledgerOf(session()), period, today())
    if (!step.ok) return step
    const counted = await countedTables(session(), period)
    if (counted.length === 0) return refused('NOTHING_TO_REPORT', { at: period })
    const county = await countyOf(session())
    if (step.value.step === 'copy') {
      const sent = step.value.entry
      const payload = await saidIn(session(), sent)
      return done({ counted, leaving: payload.tables, county, payload, sent, unfinished: false })
    }
    const room = await identityAs('room', session())
    const leaving = await roundTables(counted, releasePlan, period, room.keys)
    const { link, unfinished } = step.value
    if (!county) return done({ counted, leaving, county, payload: null, sent: null, unfinished })
    const composed = composePayload({
      plan: await planReference(),
      from: { code: room.code, releaseProfile: session().unit.releaseProfile },
      county: { unit: county.card.unit, kid: county.kid },
      period,
      link,
      created: today(),
      tables: leaving,
    })
    if (!composed.ok) return composed
    return done({ counted, leaving, county, payload: composed.value, sent: null, unfinished })
  }

  return {
    async reportPeriods() {
      const { releaseProfile } = session().unit
      const facts = (await session().list(factKind)).records
      const months = new Set([today().slice(0, 7), ...facts.map(({ value }) => value.month)])
      const periods = [...months, ...new Set([...months].map(quarterOf))]
      return periods
        .filter((period) => publishedTables(releasePlan, releaseProfile, periodKindOf(period)).length > 0)
        .sort()
        .reverse()
    },
    ...commands({
      async previewReport(period: string): Promise<Outcome<ReportPreview>> {
        const report = await reportOn(period)
        if (!report.ok) return report
        const { counted, leaving, county, payload, sent, unfinished } = report.value
        return done({
          period,
          counted: counted.map((table) => tableOnShow(releasePlan, table)),
          leaving: leaving.map((table) => tableOnShow(releasePlan, table)),
          staying: stayingTables(session(), period),
          payload: payload && payloadText(payload),
          unfinished,
          released: sent && { at: sent.writtenAt, sha256: sent.sha256 },
          county: county && { name: county.card.name, code: county.card.unit },
        })
      },
      async writeReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
        const report = await reportOn(period)
        if (!report.ok) return report
        const { sent, payload, county } = report.value
        if (sent) return done({ file: writtenPackage(sent), sha256: sent.sha256 })
        if (!county || !payload) return refused('COUNTY_CARD_NEEDED')
        const { keys } = await identityAs('room', session())
        const written = await writePackage(payload, releasePlan, keys, county.card)
        const record = sentPackage(written, payload, { writtenAt: now(), writtenBy: session().me.id })
        await session().commit([
          { kind: sentPackageKind, id: session().vault.drawId(), expectedRevision: 0, value: record },
        ])
        return done({ file: written, sha256: written.sha256 })
      },
    }),
  }
}
