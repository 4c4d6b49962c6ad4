import type { ReleaseProfile } from '../../src/casework/unit/unit-profile.ts'
import { signCompact } from '../../src/exchange/compact-jws.ts'
import { composePayload } from '../../src/exchange/compose-payload.ts'
import type { Link } from '../../src/exchange/ledger.ts'
import { type PackagePayload, packageType } from '../../src/exchange/package-payload.ts'
import { referenceTo } from '../../src/exchange/plan-reference.ts'
import { protectionOf, type ReleasedTable } from '../../src/exchange/protection.ts'
import type { PackageDesk } from '../../src/exchange/read-package.ts'
import { roundTables } from '../../src/exchange/round-tables.ts'
import { sealFile } from '../../src/exchange/sealed-file.ts'
import { type ReadCard, readCard, writeCard } from '../../src/exchange/unit-card.ts'
import { generateUnitKeys, type UnitKeys } from '../../src/exchange/unit-keys.ts'
import { type WrittenPackage, writePackage } from '../../src/exchange/write-package.ts'
import type { Fact } from '../../src/statistics/fact.ts'
import type { ReleasePlan } from '../../src/statistics/release-plan.ts'
import { tabulate } from '../../src/statistics/tabulate.ts'
import { examplePlan } from './example-plan.ts'
import { codeOf, given } from './outcome.ts'
import { shippedPlan } from './release-plan.ts'

export { codeOf, given }

export const planReference = await referenceTo(shippedPlan)
export const exampleReference = await referenceTo(examplePlan)
const sha256Of = (plan: ReleasePlan) => (plan === examplePlan ? exampleReference : planReference).sha256
const today = '2026-11-30'
/** What the gate would have said. */
const testAudit = (tables: readonly ReleasedTable[]) => ({
  targets: tables.flatMap(({ cells }) => cells).filter((count) => count === null).length,
  solver: 'highs-1.15.1',
  digest: 'a'.repeat(64),
})

export interface TestUnit extends ReadCard {
  keys: UnitKeys
  file: Uint8Array
}

/** A made-up unit: six digits make a county, nine a room. */
export const makeUnit = async (code: string): Promise<TestUnit> => {
  const keys = await generateUnitKeys(code, '2026-01-01T00:00:00.000Z')
  const plan = code.length === 6 ? planReference : null
  const card = await writeCard({ unit: code, name: `示例 ${code}`, created: '2026-01-01', plan }, keys)
  return { keys, file: card.bytes, ...given(await readCard(card.bytes)) }
}

/** The county's desk with these rooms' cards accepted. */
export const deskOf = (
  county: TestUnit,
  rooms: TestUnit[],
  plan: ReleasePlan = shippedPlan,
): PackageDesk => ({
  identity: county.keys.identity,
  senders: new Map(rooms.map(({ kid, card }) => [kid, card])),
  addressee: { unit: county.card.unit, key: county.kid },
  plans: new Map([[sha256Of(plan), plan]]),
  today,
})

export interface TestReport {
  facts?: Fact[]
  period?: string
  profile?: ReleaseProfile
  link?: Link
  plan?: ReleasePlan
  created?: string
  /** In place of the counted and rounded ones. */
  tables?: ReleasedTable[]
}

/** What the room would sign for the county. */
export const payloadOf = async (
  room: TestUnit,
  county: TestUnit,
  {
    facts = [],
    period = '2026-11',
    profile = 'small',
    link = { seq: 1, previous: null },
    plan = shippedPlan,
    created = today,
    tables: instead,
  }: TestReport = {},
): Promise<PackagePayload> => {
  const counted = tabulate(facts, plan, period, profile)
  const tables = instead ?? (await roundTables(counted, plan, period, room.keys))
  return given(
    composePayload({
      plan: await referenceTo(plan),
      from: { code: room.card.unit, releaseProfile: profile },
      county: { unit: county.card.unit, kid: county.kid },
      period,
      link,
      created,
      audit: null,
      late: 0,
      tables,
      protection: protectionOf(tables, testAudit(tables)),
    }),
  )
}

/** The file the room would hand to the county. */
export const packageOf = async (
  room: TestUnit,
  county: TestUnit,
  report: TestReport = {},
): Promise<WrittenPackage> =>
  writePackage(await payloadOf(room, county, report), report.plan ?? shippedPlan, room.keys, county.card)

/** Any text at all, signed with the room's key and encrypted to the county. */
export const signedFile = async (text: string, room: TestUnit, county: TestUnit): Promise<Uint8Array> =>
  sealFile(await signCompact(text, packageType, room.keys.signing), [county.card.encryption])

/** The same by the example plan. */
export const example = {
  deskOf: (county: TestUnit, rooms: TestUnit[]) => deskOf(county, rooms, examplePlan),
  payloadOf: (room: TestUnit, county: TestUnit, report: TestReport = {}) =>
    payloadOf(room, county, { ...report, plan: examplePlan }),
  packageOf: (room: TestUnit, county: TestUnit, report: TestReport = {}) =>
    packageOf(room, county, { ...report, plan: examplePlan }),
  written: async (payload: PackagePayload, room: TestUnit, county: TestUnit) =>
    (await writePackage(payload, examplePlan, room.keys, county.card)).bytes,
}
