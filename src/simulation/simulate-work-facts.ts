import { duties } from '../statistics/duties.ts'
import type { Fact } from '../statistics/fact.ts'
import { counts, nobodyOn, staffOn } from '../statistics/facts/subject.ts'
import type { Random } from './random.ts'

const outreach = [
  'offices',
  'companies',
  'schools',
  'neighbourhoods',
  'villages',
  'families',
  'online',
] as const
const employments = ['fullTime', 'fullTime', 'partTime', 'volunteer', 'external'] as const

/** A month of the room's own work: talks, groups, training, supervision, staff, and which duties it met. */
export function ownWorkFacts(month: string, newcomers: number, random: Random): Fact[] {
  const about = nobodyOn(`${month}-01`)
  const facts: Fact[] = []
  const put = (...counted: Parameters<typeof counts>): void => {
    facts.push({ ...about, ...counts(...counted) })
  }
  for (let talk = random.int(0, 3); talk > 0; talk--) {
    const to = random.pick(outreach)
    put('activity', to, 'activities')
    put('activity', to, 'audience', random.int(10, 120))
    put('activity', to, 'materials', random.int(10, 200))
    if (random.chance(0.4)) put('activity', to, 'volunteers', random.int(1, 8))
  }
  for (let group = random.int(0, 2); group > 0; group--) put('groupMeeting', 'held', null, 90)
  if (random.chance(0.7)) put('supervision', random.pick(['individual', 'group']), null, random.int(30, 120))
  const staff = 1 + Math.min(9, Math.floor(newcomers / 12))
  for (let member = 0; member < staff; member++) {
    const self = staffOn(String(member + 1).padStart(32, '0'), `${month}-01`)
    facts.push({ ...self, ...counts('staff', employments[member % employments.length] ?? 'fullTime') })
    if (random.chance(0.3))
      facts.push({ ...self, ...counts('training', 'training', null, random.int(4, 24)) })
    if (random.chance(0.2))
      facts.push({ ...self, ...counts('training', 'supervision', null, random.int(2, 8)) })
  }
  for (const duty of duties) if (random.chance(0.9)) put('duty', duty)
  return facts
}
