import { signCompact } from '../../exchange/compact-jws.ts'
import { type PackagePayload, packageType, payloadText } from '../../exchange/package-payload.ts'
import { sealFile } from '../../exchange/sealed-file.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import type { UnitKeys } from '../../exchange/unit-keys.ts'
import { createRandom, type Random } from '../../simulation/random.ts'
import { dayAfter, type ReportingRoom, type SimulatedReport } from './report-of-room.ts'

/** What has to become of a file once everything has arrived. */
export type Fate =
  /** Taken in, it or another file with the same package. */
  | 'in'
  /** Kept until what comes before it in the chain has come, which it never does. */
  | 'waiting'
  /** Refused with `code`. */
  | 'refused'

/** A file on its way to the county. */
export interface Arrival {
  /** `YYYY-MM-DD` */
  day: string
  /** Whose name it bears; what is in it may say otherwise. */
  unit: string
  period: string
  bytes: Uint8Array
  fate: Fate
  code: string | null
}

/** Things that go wrong with a room's packages. */
const mishaps = [
  'damaged',
  'otherKey',
  'otherUnit',
  'otherCounty',
  'otherPlan',
  'forked',
  'lost',
  'reportedTwice',
  'noPackage',
  'afterItsSuccessor',
] as const
type Mishap = (typeof mishaps)[number]

/** Keys that a room's files are signed with, or encrypted to, though they should not be. */
export interface Strangers {
  /** Another room of the county, with an accepted card; null for its first. */
  neighbour: Pick<UnitKeys, 'signing'> | null
  /** Nobody's. */
  unknown: Pick<UnitKeys, 'signing'>
  otherCounty: ReadCard
}

const onTime = 8
const late = 19
/** Of a hundred packages. */
const share = { late: 12, sentAgain: 5, encryptedAgain: 3 }
/** Of a hundred rooms. */
const roomsWithMishap = 12

/**
 * The files of one room as they reach its county: on time and late, some twice, and in some rooms something goes wrong. `place` of
 * the room among all: the first twelve have one mishap each, so that a small county has seen them all.
 */
export async function arrivalsOf(
  { room, unit, reports }: ReportingRoom,
  { seed, place, county, strangers }: { seed: string; place: number; county: ReadCard; strangers: Strangers },
): Promise<Arrival[]> {
  const random = createRandom(`${seed}/${room.code}/arrivals`)
  const mishap = mishapOf(place, random)
  const at = Math.floor(reports.length / 2)
  const arrivals: Arrival[] = []
  for (const [position, report] of reports.entries()) {
    const isLost = mishap === 'lost' && position === at
    if (isLost) continue
    const fate: Fate = mishap === 'lost' && position > at ? 'waiting' : 'in'
    const isLate = random.int(1, 100) <= share.late || (mishap === 'damaged' && position === at)
    const arrival = arrived(report, isLate ? late : onTime, fate)
    arrivals.push(arrival)
    if (fate !== 'in') continue
    const isFirst = position === 0
    if (random.int(1, 100) <= share.sentAgain || (isFirst && place === mishaps.length))
      arrivals.push({ ...arrival, day: dayAfter(report.period, late) })
    if (random.int(1, 100) <= share.encryptedAgain || (isFirst && place === mishaps.length + 1))
      arrivals.push({ ...arrival, bytes: await sealed(report.payload, unit.keys, county) })
  }
  const target = reports[at]
  if (mishap === null || target === undefined) return arrivals
  if (mishap === 'afterItsSuccessor') return withLateOne(arrivals, target, reports[at + 1])
  const spoilt = await spoiltFile(mishap, { reports, target, unit, county, strangers })
  return spoilt === null ? arrivals : [...arrivals, { ...arrived(target, onTime, 'refused'), ...spoilt }]
}

const mishapOf = (place: number, random: Random): Mishap | null =>
  mishaps[place] ?? (random.int(1, 100) <= roomsWithMishap ? random.pick(mishaps) : null)

const arrived = ({ period, payload, bytes }: SimulatedReport, day: number, fate: Fate): Arrival => ({
  day: dayAfter(period, day),
  unit: payload.from.unit,
  period,
  bytes,
  fate,
  code: fate === 'waiting' ? 'CHAIN_GAP' : null,
})

/** It comes on the day after the package that follows it. */
const withLateOne = (
  arrivals: readonly Arrival[],
  target: SimulatedReport,
  next: SimulatedReport | undefined,
): Arrival[] => {
  const day = dayAfter((next ?? target).period, late + 1)
  return arrivals.map((arrival) => (arrival.period === target.period ? { ...arrival, day } : arrival))
}

const sealed = async (payload: PackagePayload, { signing }: Pick<UnitKeys, 'signing'>, { card }: ReadCard) =>
  sealFile(await signCompact(payloadText(payload), packageType, signing), [card.encryption])

interface Spoiling extends Pick<ReportingRoom, 'reports' | 'unit'> {
  target: SimulatedReport
  county: ReadCard
  strangers: Strangers
}

/** What must not be taken in; it comes on time where nothing else is said. */
async function spoiltFile(
  mishap: Exclude<Mishap, 'afterItsSuccessor'>,
  { reports, target: { payload, bytes }, unit, county, strangers }: Spoiling,
): Promise<(Pick<Arrival, 'bytes' | 'code'> & Partial<Arrival>) | null> {
  const signed = (said: PackagePayload, { signing }: Pick<UnitKeys, 'signing'> = unit.keys) =>
    sealed(said, { signing }, county)
  switch (mishap) {
    case 'damaged':
      return { bytes: flipped(bytes), code: 'PACKAGE_DAMAGED' }
    case 'otherKey':
      return { bytes: await signed(payload, strangers.unknown), code: 'UNKNOWN_SENDER' }
    case 'otherUnit':
      return strangers.neighbour && { bytes: await signed(payload, strangers.neighbour), code: 'WRONG_UNIT' }
    case 'otherCounty':
      return { bytes: await sealed(payload, unit.keys, strangers.otherCounty), code: 'NOT_FOR_THIS_DESK' }
    case 'otherPlan': {
      const plan = { ...payload.plan, sha256: 'e'.repeat(64) }
      return { bytes: await signed({ ...payload, plan }), code: 'UNKNOWN_PLAN' }
    }
    case 'forked': {
      const created = dayAfter(payload.period, late + 1)
      const day = dayAfter(payload.period, late + 2)
      return { bytes: await signed({ ...payload, created }), code: 'CHAIN_FORKED', day }
    }
    case 'reportedTwice': {
      const last = reports.at(-1)
      if (last === undefined) return null
      const { seq, sha256: previous, period } = last
      const again = { ...payload, seq: seq + 1, previous, created: last.payload.created }
      return { bytes: await signed(again), code: 'ALREADY_REPORTED', day: dayAfter(period, late + 2) }
    }
    case 'noPackage':
      return { bytes: new TextEncoder().encode('示例: 本月报表\n'), code: 'NOT_A_PACKAGE' }
    case 'lost':
      return null
  }
}

/** One bit of the last byte is another. */
const flipped = (bytes: Uint8Array): Uint8Array => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1)
