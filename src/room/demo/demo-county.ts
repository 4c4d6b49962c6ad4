import {
  DEMO_COUNTY_CODE,
  DEMO_UNIT_CODE,
  type ReleaseProfile,
  type UnitProfile,
} from '../../casework/unit/unit-profile.ts'
import { dueDayOf } from '../../county/board/due-day.ts'
import { lastDayOf } from '../../county/board/last-day-of.ts'
import type { Unit } from '../../county/units/unit.ts'
import { countyUnitKind, storedVersions } from '../../county/units/unit-record.ts'
import { enrolledCard, enrolledCardKind } from '../../exchange/enrolled-card.ts'
import { nextLink } from '../../exchange/ledger.ts'
import {
  type ReceivedPackage,
  receivedPackage,
  receivedPackageKind,
} from '../../exchange/received-package.ts'
import type { Guard } from '../../exchange/release/guard.ts'
import type { CountedPeriod } from '../../exchange/release/prepare-release.ts'
import { withholdingWhole } from '../../exchange/release/withholding-whole.ts'
import { writeReport } from '../../exchange/release/write-report.ts'
import { type ReadCard, readCard, writeCard } from '../../exchange/unit-card.ts'
import { generateUnitKeys, type UnitKeys, unitKeysKind } from '../../exchange/unit-keys.ts'
import { type SimulatedUnit, simulateCounty } from '../../simulation/simulate-county.ts'
import { dutyFacts } from '../../statistics/duties.ts'
import type { Fact } from '../../statistics/fact.ts'
import { isOver, monthsOf, periodKindOf, quarterOf } from '../../statistics/period.ts'
import { countTable, tabulate } from '../../statistics/tabulate.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { shippedCallRules } from '../hotline/call-rules.ts'
import { shippedQuestionnaires } from '../library/shipped-questionnaires.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import { startSolver, workerGuard } from '../report/worker-guard.ts'
import { RoomError } from '../room-error.ts'
import { shippedTierRules } from '../tiers/shipped-rules.ts'

const rooms = 8
const months = 6
/** How many of its latest reports a room has not sent, by its place in the list: so that the grid has gaps. */
const notSent = [0, 0, 1, 0, 0, 2, 0, 1]
/** On which day of the month after a period a room's report came, by its place in the list. */
const cameOn = [3, 5, 4, 16, 8, 6, 12, 9]

interface DemoUnit {
  file: Uint8Array
  card: ReadCard
  keys: UnitKeys
}

/** What the demonstration's county of this name has: its rooms' cards, and the reports they sent. */
export const demoCounty = async (vault: OpenVault, unit: UnitProfile, name: string): Promise<Change[]> => {
  const by = { at: now(), id: vault.staff.id }
  const put = (kind: Change['kind'], value: unknown): Change => ({
    kind,
    id: vault.drawId(),
    expectedRevision: 0,
    value,
  })
  const enrolled = ({ file, card }: DemoUnit) =>
    put(enrolledCardKind, enrolledCard(file, card, { enrolledAt: by.at, enrolledBy: by.id }))

  const county = await ownUnit(vault, DEMO_COUNTY_CODE, name)
  const changes = [enrolled(county), enrolled(await ownUnit(vault, DEMO_UNIT_CODE, unit.name))]
  const simulated = simulateCounty(
    { seed: 'anxin-demo-county', rooms, months, until: today() },
    {
      instruments: shippedQuestionnaires.available.map(({ instrument }) => instrument),
      rules: shippedTierRules,
      callRules: shippedCallRules,
    },
  )
  const solver = workerGuard({ start: startSolver, patience: 30_000, onProgress: () => undefined })
  const guard = withholdingWhole(solver)
  for (const [index, room] of simulated.entries()) {
    const sender = await demoUnit(await generateUnitKeys(room.code, by.at), room.name)
    changes.push(enrolled(sender))
    const sent = await reportsOf(room, sender, county, index, by, guard)
    changes.push(...sent.map((value) => put(receivedPackageKind, value)))
  }
  solver.stop()
  const own = { code: DEMO_UNIT_CODE, name: unit.name }
  changes.push(
    ...unitsOf([own, ...simulated]).map(({ level, code, ...more }) =>
      put(countyUnitKind, {
        level,
        code,
        versions: storedVersions([{ level, code, ...more }]),
        enteredAt: by.at,
        enteredBy: by.id,
      }),
    ),
  )
  return changes
}

/** Three townships, and the rooms in them. */
const unitsOf = (counted: readonly { code: string; name: string }[]): Unit[] => {
  const from = `${Number(today().slice(0, 4)) - 1}-01-01`
  const towns = ['示例东镇', '示例西镇', '示例南乡'].map(
    (name, index): Unit => ({
      level: 'township',
      code: `${DEMO_COUNTY_CODE}${101 + index}`,
      name,
      parent: DEMO_COUNTY_CODE,
      contact: '',
      duty: 'none',
      residents: 38_000 + 7_000 * index,
      from,
      until: null,
    }),
  )
  const rooms = counted.map(
    ({ code, name }, index): Unit => ({
      level: 'room',
      code,
      name,
      parent: towns[Math.floor(index / 3)]?.code ?? null,
      contact: `示例联系人 0571-0000000${index}`,
      duty: 'month',
      residents: null,
      from,
      until: null,
    }),
  )
  return [...towns, ...rooms]
}

const ownUnit = async (vault: OpenVault, code: string, name: string): Promise<DemoUnit> => {
  const held = (await vault.list(unitKeysKind)).records.find(({ value }) => value.unit === code)
  if (!held) throw new RoomError('NO_KEY')
  return demoUnit(held.value, name)
}

const demoUnit = async (keys: UnitKeys, name: string): Promise<DemoUnit> => {
  const plan = keys.unit === DEMO_COUNTY_CODE ? await planReference() : null
  const file = await writeCard({ unit: keys.unit, name, created: today(), plan }, keys)
  const card = await readCard(file.bytes)
  if (!card.ok) throw new RoomError(card.refusal.code)
  return { file: file.bytes, card: card.value, keys }
}

const reportsOf = async (
  { facts }: SimulatedUnit,
  { keys }: DemoUnit,
  county: DemoUnit,
  index: number,
  by: { at: string; id: string },
  guard: Guard,
): Promise<ReceivedPackage[]> => {
  const releaseProfile: ReleaseProfile = index % 2 === 0 ? 'large' : 'small'
  const monthsWithFacts = [...new Set(facts.map(({ month }) => month))]
  const periods = [...monthsWithFacts, ...new Set(monthsWithFacts.map(quarterOf))]
    .filter((period) => isOver(period, today()))
    .sort((a, b) => lastMonthOf(a).localeCompare(lastMonthOf(b)) || a.localeCompare(b))
  const sent: ReceivedPackage[] = []
  for (const period of periods.slice(0, periods.length - (notSent[index] ?? 0))) {
    const done = [...facts, ...dutiesIn(facts, period, index)]
    const counted = tabulate(done, releasePlan, period, releaseProfile)
    if (counted.length === 0) continue
    const countedPeriod: CountedPeriod = {
      plan: releasePlan,
      period,
      tables: counted,
      count: (table) => countTable(done, releasePlan, table, period),
      earlier: [],
    }
    const report = await writeReport(
      {
        counted: countedPeriod,
        reference: await planReference(),
        profile: releaseProfile,
        county: county.card,
        link: nextLink(sent),
        created: today(),
      },
      keys,
      guard,
    )
    if (!report.ok) throw new RoomError(report.refusal.code)
    const { payload, written } = report.value
    const verified = { payload, sha256: written.sha256 }
    sent.push(
      receivedPackage(written.bytes, verified, {
        receivedAt: arrival(period, index, by.at),
        receivedBy: by.id,
      }),
    )
  }
  return sent
}

const lastMonthOf = (period: string): string => monthsOf(period).at(-1) ?? period

/** What a room would have done of its duties: most of it, each room something else. */
const dutiesIn = (facts: readonly Fact[], period: string, index: number): Fact[] => {
  if (periodKindOf(period) === 'quarter') return []
  const end = lastDayOf(period)
  const standing = {
    backupVerifiedOn: index % 5 === 3 ? null : end,
    drilledOn: index % 3 === 2 ? null : end,
    staff: 2,
    trained: index % 4 === 1 ? 1 : 2,
  }
  return dutyFacts(facts, end, standing)
}

/** When a report came, and never later than now. */
const arrival = (period: string, index: number, now: string): string => {
  const at = `${dueDayOf(period, cameOn[index] ?? 5)}T02:00:00.000Z`
  return at < now ? at : now
}
