import { releaseProfiles } from '../casework/unit/unit-profile.ts'
import { brokenPlaces, isInForce } from './division-codes.ts'
import type { FactKind } from './fact.ts'
import { foldInto } from './fold.ts'
import { isLargerProfile, publishedTables } from './published-tables.ts'
import type { Dimension, PlannedTable, ReleasePlan } from './release-plan.ts'

/** Kinds that say nothing of any client: the room's own work. */
const ownWork: readonly FactKind[] = ['groupMeeting', 'activity', 'training', 'supervision', 'staff', 'duty']
/** Kinds that say by themselves that somebody was in danger, or how they stand. */
const alwaysSensitive: readonly FactKind[] = [
  'tier',
  'tierChange',
  'crisis',
  'crisisHelp',
  'crisisContact',
  'callDanger',
  'disclosure',
  'clue',
  'mandatoryReport',
]
/** Kinds of which one fact each comes of the same event: their totals are one and the same count. */
const sameEvent: readonly (readonly FactKind[])[] = [
  ['call', 'callDanger', 'callLength', 'callTime'],
  ['crisis', 'crisisContact'],
]
/**
 * What comes of an event and is counted as another kind, all of it or by category: a referral that is sent is a disclosure too. An exact
 * count of either is more than a table that withholds the other may tell.
 */
const comesOf: readonly { kind: FactKind; categories: readonly string[] | null; of: FactKind }[] = [
  { kind: 'disclosure', categories: ['consentedReferral'], of: 'referral' },
  { kind: 'disclosure', categories: ['clientCopy'], of: 'rightsRequest' },
  { kind: 'disclosure', categories: ['minorHarm', 'domesticViolence'], of: 'mandatoryReport' },
  { kind: 'crisisHelp', categories: null, of: 'crisis' },
]
/** Amounts that are persons; any other amount says how much one person had. */
const amountsOfPersons: readonly FactKind[] = ['groupAttendance']
const leastSensitiveK = 10

/** What a plan breaks of the rules that keep its tables safe and addable; nothing for a plan that keeps them. */
export function* brokenRules(plan: ReleasePlan): Generator<string> {
  if (repeated(plan.dimensions.map(({ id }) => id))) yield 'dimensions: an id is given twice'
  if (repeated(plan.tables.map(({ id }) => id))) yield 'tables: an id is given twice'
  yield* brokenPlaces(plan.places)
  for (const dimension of plan.dimensions) yield* brokenDimension(plan, dimension)
  for (const table of plan.tables) {
    const missing = table.dims.find((id) => !plan.dimensions.some((dimension) => dimension.id === id))
    if (missing !== undefined) return yield `${table.id}: no dimension ${missing}`
    if (repeated(table.dims)) yield `${table.id}: a dimension is given twice`
    yield* brokenTable(plan, table)
  }
  for (const table of plan.tables) {
    for (const coarser of table.replaces) yield* brokenReplacement(plan, table, coarser)
  }
  for (const profile of releaseProfiles) yield* sharedMargins(plan, profile)
}

function* brokenDimension(plan: ReleasePlan, dimension: Dimension): Generator<string> {
  const { id, codes, rest, under, from } = dimension
  if (repeated(codes.map(({ code }) => code))) yield `${id}: a code is given twice`
  if (rest !== null && !codes.some(({ code }) => code === rest)) yield `${id}: no code ${rest}`
  if (under === null) {
    if (codes.some(({ within }) => within !== undefined)) yield `${id}: within no dimension`
  } else {
    yield* brokenHierarchy(plan, dimension, under)
  }
  if (from.includes('place')) {
    const named = (code: string) =>
      plan.places.some((place) => place.code === code && isInForce(place, plan.fromYear))
    const unknown = codes.find(({ code }) => code !== rest && !named(code))
    if (unknown) yield `${id}: ${unknown.code} is no township in force`
  }
}

function* brokenHierarchy(plan: ReleasePlan, dimension: Dimension, under: string): Generator<string> {
  const seen = [dimension]
  for (let above: string | null = under; above !== null; ) {
    const coarser = plan.dimensions.find((candidate) => candidate.id === above)
    if (!coarser) return yield `${dimension.id}: no dimension ${above}`
    if (seen.includes(coarser)) return yield `${dimension.id}: within itself`
    const known = new Set(seen.flatMap(({ codes }) => codes.map(({ code }) => code)))
    if (coarser.codes.some(({ code }) => known.has(code)))
      return yield `${dimension.id}: a code within itself`
    seen.push(coarser)
    above = coarser.under
  }
  const coarser = plan.dimensions.find((candidate) => candidate.id === under)
  const lost = dimension.codes.find(({ within }) => !coarser?.codes.some(({ code }) => code === within))
  if (lost) yield `${dimension.id}: ${lost.code} is within no code of ${under}`
}

function* brokenTable(plan: ReleasePlan, table: PlannedTable): Generator<string> {
  const { id, counts, stock, period, measure, unit } = table
  const sensitive = isSensitive(plan, table)
  const own = counts.every((kind) => ownWork.includes(kind))
  if (table.class === 'P' && !own) yield `${id}: plain, but about clients`
  if (table.class !== 'P' && counts.some((kind) => ownWork.includes(kind)))
    yield `${id}: the room's own work among clients`
  if (table.class === 'A' && sensitive && table.base !== 5) yield `${id}: sensitive, but not base 5`
  if (table.class === 'S' && needsTen(plan, table) && table.k < leastSensitiveK)
    yield `${id}: k below ${leastSensitiveK}`
  if (sensitive && table.profile !== 'large') yield `${id}: sensitive, but not in the large profile alone`
  if (counts.includes('file')) yield `${id}: whether files are open is counted by their tiers`
  if (stock && period !== 'quarter') yield `${id}: a stock is quarterly`
  if (stock && table.class === 'S') yield `${id}: a stock is rounded, not withheld`
  if (stock && unit !== 'person') yield `${id}: a stock counts persons`
  if (measure === 'amount' && unit === 'person') yield `${id}: persons have no amount`
  if (measure === 'amount' && !own && !counts.every((kind) => amountsOfPersons.includes(kind)))
    yield `${id}: amounts of persons`
  if (unit === 'duty' && counts.some((kind) => kind !== 'duty')) yield `${id}: no duty`
}

const dimensionsIn = (plan: ReleasePlan, { dims }: PlannedTable): Dimension[] =>
  plan.dimensions.filter(({ id }) => dims.includes(id))

/** Whether a table says of anybody how they stand, how heavy it is, or that they were in danger. */
export function isSensitive(plan: ReleasePlan, table: PlannedTable): boolean {
  const { counts, only } = table
  const dims = dimensionsIn(plan, table)
  const reads = (field: Dimension['from'][number]) => dims.some(({ from }) => from.includes(field))
  return (
    dims.some(({ sensitive }) => sensitive) ||
    counts.some((kind) => alwaysSensitive.includes(kind)) ||
    (counts.includes('call') && (reads('category') || reads('detail') || only !== null)) ||
    (counts.includes('assessment') && reads('detail'))
  )
}

const needsTen = (plan: ReleasePlan, table: PlannedTable): boolean =>
  isSensitive(plan, table) ||
  (table.counts.includes('assessment') &&
    (table.only !== null || dimensionsIn(plan, table).some(({ from }) => from.includes('category'))))

function* brokenReplacement(plan: ReleasePlan, table: PlannedTable, coarserId: string): Generator<string> {
  const coarser = plan.tables.find(({ id }) => id === coarserId)
  if (!coarser) return yield `${table.id}: replaces ${coarserId}, which is not there`
  if (table.class === 'S' || coarser.class !== table.class) yield `${table.id}: is no finer ${coarserId}`
  const alike =
    coarser.unit === table.unit && coarser.stock === table.stock && coarser.measure === table.measure
  const months = coarser.period === 'quarter' && table.period === 'month' && table.unit !== 'person'
  const same = sameList(coarser.counts, table.counts) && sameList(coarser.only ?? [], table.only ?? [])
  if (!alike || !same || (coarser.period !== table.period && !months))
    yield `${table.id}: counts otherwise than ${coarserId}`
  if (coarser.replaces.some((id) => !table.replaces.includes(id)))
    yield `${table.id}: leaves out what ${coarserId} replaces`
  if (!isLargerProfile(table.profile, coarser.profile)) yield `${table.id}: ${coarserId} is never published`
  if (!foldInto(dimensionsInOrder(plan, table), dimensionsInOrder(plan, coarser))) {
    yield `${table.id}: cannot be added up to ${coarserId}`
  }
}

const dimensionsInOrder = (plan: ReleasePlan, { dims }: PlannedTable): Dimension[] =>
  dims.flatMap((id) => plan.dimensions.filter((dimension) => dimension.id === id))

/**
 * Two roundings of one margin say more than either, and a rounded count undoes a withheld one: of one statistic there is one table
 * of class A, or tables of class S for the same kind of period, which the attack sees together. What comes of it is rounded as well.
 */
function* sharedMargins(plan: ReleasePlan, profile: PlannedTable['profile']): Generator<string> {
  const published = [...publishedTables(plan, profile, 'month'), ...publishedTables(plan, profile, 'quarter')]
  const guarded = published.filter((table) => table.class !== 'P')
  for (const [position, table] of guarded.entries()) {
    const other = guarded.slice(0, position).find((earlier) => shareMargin(earlier, table))
    if (other) yield `${table.id}: counts what ${other.id} counts`
    const origin = guarded.find((from) => (from.class === 'S' || table.class === 'S') && isOf(table, from))
    if (origin) yield `${table.id}: comes of what ${origin.id} counts`
  }
}

/** What a table counts: where two tables say the same, margins they have in common are equal. */
export const statisticOf = ({ unit, counts, only, measure, stock }: PlannedTable): string =>
  JSON.stringify([unit === 'person', counts.toSorted(), only?.toSorted() ?? null, measure, stock])

function shareMargin(a: PlannedTable, b: PlannedTable): boolean {
  const linked = a.class === 'S' && b.class === 'S' && a.period === b.period && a.k === b.k
  if (linked && statisticOf(a) === statisticOf(b)) return false
  if ((a.unit === 'person') !== (b.unit === 'person')) return false
  const kinds = a.counts.some((kind) => b.counts.some((other) => eventOf(kind) === eventOf(other)))
  const apart = a.only?.every((category) => b.only !== null && !b.only.includes(category)) ?? false
  return kinds && !(apart && sameList(a.counts, b.counts))
}

const isOf = ({ counts, only }: PlannedTable, from: PlannedTable): boolean =>
  comesOf.some(
    ({ kind, categories, of }) =>
      counts.includes(kind) &&
      from.counts.includes(of) &&
      (only === null || categories === null || categories.some((category) => only.includes(category))),
  )

const eventOf = (kind: FactKind): FactKind => sameEvent.find((kinds) => kinds.includes(kind))?.[0] ?? kind

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

const repeated = (values: readonly string[]): boolean => new Set(values).size < values.length
