import type { Fact } from '../statistics/fact.ts'
import { counts } from '../statistics/facts/subject.ts'
import { drawWeighted, type Weighted } from './draw-weighted.ts'
import type { Random } from './random.ts'

const sexes: Weighted<Fact['sex']> = [
  ['female', 58],
  ['male', 39],
  ['unknown', 3],
]
const ages: Weighted<Fact['ageBand']> = [
  ['under14', 6],
  ['14to17', 10],
  ['18to39', 32],
  ['40to59', 28],
  ['60plus', 20],
  ['unknown', 4],
]
const scored: Weighted<readonly [string, string | null]> = [
  [['phq-9', 'minimal'], 14],
  [['phq-9', 'mild'], 12],
  [['phq-9', 'moderate'], 7],
  [['phq-9', 'moderatelySevere'], 3],
  [['phq-9', 'severe'], 1],
  [['gad-7', 'minimal'], 12],
  [['gad-7', 'mild'], 10],
  [['gad-7', 'moderate'], 5],
  [['gad-7', 'severe'], 2],
  [['who-5', 'low'], 6],
  [['who-5', 'notLow'], 9],
  [['k10', 'low'], 5],
  [['k10', 'moderate'], 4],
  [['k10', 'high'], 2],
  [['social-function', null], 4],
]
const tiers: Weighted<string> = [
  ['general', 78],
  ['watch', 17],
  ['priority', 5],
]

type Counted = Parameters<typeof counts>

/** All that one synthetic person leaves behind in the months of a year that they may come in; they come in the first. */
export function factsOfPerson(months: readonly string[], place: string, random: Random): Fact[] {
  const who = {
    person: random.hex(64),
    sex: drawWeighted(sexes, random),
    ageBand: drawWeighted(ages, random),
    place,
  }
  const facts: Fact[] = []
  const put = (month: string, ...counted: Counted): void => {
    facts.push({ ...who, month, ...counts(...counted) })
  }
  const visits = months.slice(0, random.int(1, 5))
  for (const [position, month] of visits.entries()) {
    if (position === 0) begin((...counted) => put(month, ...counted), random)
    passMonth((...counted) => put(month, ...counted), random)
    if (position > 0 && position === visits.length - 1 && random.chance(0.7))
      end((...counted) => put(month, ...counted), random)
  }
  return facts
}

type Put = (...counted: Counted) => void

function begin(put: Put, random: Random): void {
  put('client', 'registered')
  put('file', 'open')
  const tier = drawWeighted(tiers, random)
  put('tierChange', 'placed', tier)
  put('tier', tier)
  if (random.chance(0.02)) {
    put(
      'clue',
      drawWeighted(
        [
          ['verified', 4],
          ['notConfirmed', 3],
          ['passedOn', 2],
          ['open', 1],
        ],
        random,
      ),
    )
  }
}

function passMonth(put: Put, random: Random): void {
  if (random.chance(0.6)) put('assessment', ...drawWeighted(scored, random))
  for (let session = random.int(0, 2); session > 0; session--)
    put(
      'session',
      random.pick(['inRoom', 'inRoom', 'inRoom', 'phone', 'video', 'visit']),
      null,
      random.int(30, 60),
    )
  if (random.chance(0.08)) put('groupAttendance', 'byFile')
  if (random.chance(0.3))
    put(
      'followUp',
      random.pick(['onTime', 'onTime', 'onTime', 'onTime', 'late', 'notReached', 'open']),
      'tier',
    )
  if (random.chance(0.05)) {
    const tier = drawWeighted(tiers, random)
    put('tierChange', random.pick(['raised', 'lowered', 'kept']), tier)
    put('tier', tier)
  }
  if (random.chance(0.04))
    put(
      'referral',
      random.pick(['hospital', 'hospital', 'communityHealth', 'school', 'socialWork', 'civilAffairs']),
      random.pick(['sent', 'accepted', 'seen', 'answered', 'closed', 'withdrawn']),
    )
  if (random.chance(0.012)) {
    put('crisis', random.pick(['alert', 'call', 'followUp', 'observed']), 'urgent')
    put('crisisHelp', random.pick(['ambulance120', 'police110', 'hospital', 'family']))
    if (random.chance(0.5)) put('disclosure', 'savingLife')
  }
  if (random.chance(0.004)) {
    const duty = random.pick(['minorHarm', 'domesticViolence'])
    put('mandatoryReport', duty, 'made')
    put('disclosure', duty)
  }
  if (random.chance(0.006))
    put(
      'rightsRequest',
      random.pick(['copy', 'correct', 'erase', 'restrict', 'explain']),
      random.pick(['inTime', 'late', 'open']),
    )
}

function end(put: Put, random: Random): void {
  put(
    'closure',
    random.pick([
      'goalsReached',
      'goalsReached',
      'referralCompleted',
      'clientEnded',
      'lostContact',
      'movedAway',
      'other',
    ]),
  )
  put('file', 'closed')
}
