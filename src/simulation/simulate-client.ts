import { ageOn } from '../casework/age.ts'
import type { Client } from '../casework/client.ts'
import type { Consent } from '../casework/consent.ts'
import type { Stored } from '../casework/record.ts'
import { addDays, instantAt } from '../tiering/calendar.ts'
import type { Tier } from '../tiering/tier.ts'
import type { ClientPlan } from './client-plan.ts'
import type { Random } from './random.ts'
import { simulateDecision } from './simulate-decision.ts'
import { simulateVisit } from './simulate-visit.ts'
import type { RoomSetting, SimulatedCases } from './simulated-room.ts'
import { adultFrom, syntheticPerson } from './synthetic-person.ts'

/** Days to the next visit, always before the tier has to be looked at again. */
const daysBetween: Record<Tier, readonly [number, number]> = {
  general: [45, 120],
  watch: [14, 24],
  priority: [5, 6],
}
const week = 7 * 86_400_000

/** One client's whole file, from registration to the day before `until`. */
export function simulateClient(
  plan: ClientPlan,
  identity: { number: number; fileNumber: string },
  setting: RoomSetting,
  until: string,
  random: Random,
): SimulatedCases {
  const counsellor = random.pick(setting.counsellors)
  const client: Stored<Client> = {
    id: random.hex(32),
    revision: 1,
    value: {
      fileNumber: identity.fileNumber,
      ...syntheticPerson(identity.number, plan, random),
      registeredAt: instantAt(plan.registeredOn, 8 * 60 + 10),
      registeredBy: counsellor,
    },
  }
  const cases: SimulatedCases = {
    clients: [client],
    consents: consentsOf(client, random),
    assessments: [],
    alerts: [],
    decisions: [],
  }

  let visit: string | null = plan.registeredOn
  for (let number = 0; visit !== null; number++) {
    const day: string = visit
    const isLast = day === plan.lastVisit
    const weeks = (Date.parse(day) - Date.parse(plan.registeredOn)) / week
    const burden = plan.course(weeks)
    const leavesOpen = isLast && plan.endsWithOpenAlert
    const critical = leavesOpen || (burden > 0.5 && weeks < 6 && random.chance(0.6))
    const over = simulateVisit(
      { client, day, number, burden, counsellor, critical, leavesOpen },
      setting,
      cases,
      random,
    )
    if (leavesOpen) break
    const who = { clientId: client.id, decidedBy: counsellor }
    const decision = simulateDecision(cases, who, setting.rules, instantAt(day, over))
    cases.decisions.push({ id: random.hex(32), revision: 1, value: decision })
    visit = isLast
      ? null
      : nextVisit(plan.lastVisit, addDays(day, random.int(...daysBetween[decision.tier])), until)
  }
  return cases
}

/** The planned day, the last visit if that comes first, or none when the plan is past the end. */
function nextVisit(lastVisit: string | null, planned: string, until: string): string | null {
  if (lastVisit !== null) return planned < lastVisit ? planned : lastVisit
  return planned < until ? planned : null
}

function consentsOf(client: Stored<Client>, random: Random): Stored<Consent>[] {
  const { birthDate, registeredAt, registeredBy } = client.value
  const age = ageOn(birthDate, registeredAt.slice(0, 10)) ?? adultFrom
  const purposes: Consent['purpose'][] = ['assessment', 'casefile']
  if (random.chance(0.75)) purposes.push('followUpContact')
  return purposes.map((purpose) => ({
    id: random.hex(32),
    revision: 1,
    value: {
      clientId: client.id,
      purpose,
      textVersion: '2026-1',
      givenBy: age < adultFrom ? 'guardian' : 'self',
      manner: random.chance(0.8) ? 'written' : 'spoken',
      givenAt: registeredAt,
      recordedBy: registeredBy,
      withdrawnAt: null,
    },
  }))
}
