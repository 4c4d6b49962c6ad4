import type { Client } from '../casework/clients/client.ts'
import type { Consent } from '../casework/consents/consent.ts'
import { ageOn } from '../casework/records/age.ts'
import type { Stored } from '../casework/records/record.ts'
import { addDays, instantAt } from '../tiering/calendar.ts'
import type { Tier } from '../tiering/tier.ts'
import type { ClientPlan } from './client-plan.ts'
import type { Random } from './random.ts'
import { simulateDecision } from './simulate-decision.ts'
import { simulateFollowUp } from './simulate-follow-up.ts'
import { simulateVisit } from './simulate-visit.ts'
import type { FilesSetting, SimulatedCases } from './simulated-room.ts'
import { ownConsentFrom, syntheticGroups } from './synthetic-groups.ts'
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
  setting: FilesSetting,
  until: string,
  random: Random,
): SimulatedCases {
  const counsellor = random.pick(setting.counsellors)
  const id = random.hex(32)
  const person = syntheticPerson(identity.number, plan, random)
  const client: Stored<Client> = {
    id,
    revision: 1,
    value: {
      fileNumber: identity.fileNumber,
      ...person,
      ...syntheticGroups(identity.number, person.birthDate, plan.registeredOn),
      registeredAt: instantAt(plan.registeredOn, 8 * 60 + 10),
      registeredBy: counsellor,
    },
  }
  const cases: SimulatedCases = {
    clients: [client],
    consents: consentsOf(client, random),
    assessments: [],
    alerts: [],
    followUps: [],
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
    const done = { day, doneAt: instantAt(day, over - 5), doneBy: counsellor, burden }
    const followUp = simulateFollowUp(cases, done)
    if (followUp !== null) cases.followUps.push({ id: random.hex(32), revision: 1, value: followUp })
    const decision = simulateDecision(cases, who, setting, instantAt(day, over))
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

/** Under 14 the guardian agrees, until 18 both, then the client. */
function giversAt(age: number, guardian: Client['guardian']): Pick<Consent, 'givenBy' | 'guardian'> {
  if (age >= adultFrom) return { givenBy: 'self' }
  const named = { name: guardian?.name ?? '示例母亲', as: guardian?.relation ?? 'mother' } as const
  return { givenBy: age < ownConsentFrom ? 'guardian' : 'both', guardian: named }
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
      ...giversAt(age, client.value.guardian),
      manner: random.chance(0.8) ? 'written' : 'spoken',
      givenAt: registeredAt,
      recordedBy: registeredBy,
      withdrawnAt: null,
    },
  }))
}
