import { createRandom, type Random } from '../../../src/simulation/random.ts'
import type { Fact, FactKind } from '../../../src/statistics/fact.ts'

interface Kind {
  kind: FactKind
  weight: number
  codes: (readonly [string, string | null])[]
  anonymous?: true
}

/** What a large room leaves behind: of a hundred facts so many of each kind, by category and detail. */
const mix: Kind[] = [
  {
    kind: 'assessment',
    weight: 26,
    codes: ['phq-9', 'gad-7', 'k10', 'who-5', 'ces-d', 'own-of-the-room'].flatMap((instrument) =>
      ['mild', 'moderate', 'severe', 'low', null].map((band) => [instrument, band] as const),
    ),
  },
  { kind: 'session', weight: 18, codes: ['inRoom', 'phone', 'video', 'visit'].map((mode) => [mode, null]) },
  {
    kind: 'followUp',
    weight: 12,
    codes: ['onTime', 'late', 'notReached', 'open'].map((went) => [went, 'tier']),
  },
  { kind: 'tier', weight: 8, codes: ['general', 'watch', 'priority'].map((tier) => [tier, null]) },
  {
    kind: 'tierChange',
    weight: 6,
    codes: ['placed', 'raised', 'lowered', 'kept'].map((change) => [change, 'watch']),
  },
  {
    kind: 'call',
    weight: 6,
    codes: ['general', 'suicideRisk', 'special'].map((type) => [type, null]),
    anonymous: true,
  },
  {
    kind: 'callTime',
    weight: 6,
    codes: [
      ['morning', 'workday'],
      ['night', 'weekend'],
    ],
    anonymous: true,
  },
  { kind: 'groupAttendance', weight: 6, codes: [['byFile', null]] },
  { kind: 'client', weight: 5, codes: [['registered', null]] },
  { kind: 'referral', weight: 2, codes: ['sent', 'accepted', 'closed'].map((stage) => ['hospital', stage]) },
  {
    kind: 'closure',
    weight: 2,
    codes: ['goalsReached', 'movedAway', 'lostContact'].map((reason) => [reason, null]),
  },
  {
    kind: 'activity',
    weight: 2,
    codes: [
      ['villages', 'audience'],
      ['schools', 'materials'],
    ],
    anonymous: true,
  },
  {
    kind: 'crisis',
    weight: 1,
    codes: [
      ['alert', 'today'],
      ['observed', 'atOnce'],
    ],
  },
]
const kinds = mix.flatMap((of) => Array.from({ length: of.weight }, () => of))
function oneOf<T>(items: readonly T[], random: Random): T {
  const item = items[random.int(0, items.length - 1)]
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

const sexes = ['female', 'male', 'unknown'] as const
const ageBands = ['under14', '14to17', '18to39', '40to59', '60plus', 'unknown'] as const
const places = ['000000000', '000000001', '990101101', null]

interface Somebody {
  person: string
  sex: Fact['sex']
  ageBand: Fact['ageBand']
  place: string | null
}

/** Facts of a year, or all of one month, of ten times fewer persons; always the same ones. */
export function benchFacts(size: number, months: readonly string[]): Fact[] {
  const random = createRandom('anxin-bench/statistics')
  const people = Array.from(
    { length: Math.max(1, size / 10) },
    (): Somebody => ({
      person: random.hex(64),
      sex: random.pick(sexes),
      ageBand: random.pick(ageBands),
      place: oneOf(places, random),
    }),
  )
  const perMonth = Math.ceil(size / months.length)
  // By month, as the room keeps them.
  return Array.from({ length: size }, (_, n) =>
    factIn(months[Math.floor(n / perMonth)] ?? '', people, random),
  )
}

function factIn(month: string, people: readonly Somebody[], random: Random): Fact {
  const { kind, codes, anonymous } = oneOf(kinds, random)
  const [category, detail] = oneOf(codes, random)
  const { person, sex, ageBand, place } = oneOf(people, random)
  return {
    kind,
    month,
    // Every fact its own text, as facts have that come out of sealed records.
    ...(anonymous
      ? { person: null, sex: 'unknown', ageBand: 'unknown', place: null }
      : { person: Buffer.from(person).toString('latin1'), sex, ageBand, place }),
    category,
    detail,
    amount: kind === 'activity' ? random.int(1, 60) : 1,
  }
}
