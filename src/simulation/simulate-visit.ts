import type { Rater } from '../casework/assessments/assessment.ts'
import type { Client } from '../casework/clients/client.ts'
import { alertsOf } from '../casework/crisis/alerts-of.ts'
import type { CriticalAlert } from '../casework/crisis/critical-alert.ts'
import { ageOn } from '../casework/records/age.ts'
import type { Stored } from '../casework/records/record.ts'
import { score } from '../scoring/score.ts'
import { instantAt } from '../tiering/calendar.ts'
import type { Random } from './random.ts'
import type { FilesSetting, SimulatedCases } from './simulated-room.ts'
import { syntheticAnswers } from './synthetic-answers.ts'
import { adultFrom, elderFrom } from './synthetic-person.ts'

/** One visit: who comes, when, how heavy things are, and who receives them. */
export interface Visit {
  client: Stored<Client>
  day: string
  /** Counted from 0. */
  number: number
  burden: number
  counsellor: string
  /** Answers the critical item with more than "not at all". */
  critical: boolean
  /** Nobody has spoken about that answer yet. */
  leavesOpen: boolean
}

/** Adds what is answered at a visit, and the alerts it raises, to the cases; gives the minute of the day it is over. */
export function simulateVisit(
  visit: Visit,
  setting: FilesSetting,
  cases: SimulatedCases,
  random: Random,
): number {
  const { client, day, counsellor } = visit
  const age = ageOn(client.value.birthDate, day)
  let minute = random.int(8 * 60 + 40, 15 * 60)
  for (const { id: instrument, rater } of battery(visit, age)) {
    const definition = setting.instruments.find(({ id }) => id === instrument)
    if (definition === undefined) continue
    const startedAt = instantAt(day, minute)
    minute += random.int(4, 8)
    const answeredAt = instantAt(day, minute)
    const answers = syntheticAnswers(
      definition,
      visit.burden,
      visit.critical && instrument === 'phq-9',
      random,
    )
    const result = score(definition, answers, { rater: rater.kind, ...(age === null ? {} : { age }) })
    const assessment = {
      id: random.hex(32),
      revision: 1,
      value: {
        clientId: client.id,
        instrument,
        instrumentVersion: definition.version,
        rater,
        language: 'zh-CN' as const,
        mode: rater.kind === 'self' ? ('client' as const) : ('staff' as const),
        startedAt,
        startedBy: counsellor,
        answeredAt,
        answers,
        result,
      },
    }
    cases.assessments.push(assessment)
    minute += 2
    for (const alert of alertsOf(definition, assessment, result, answeredAt)) {
      const handling = visit.leavesOpen ? null : handlingOf(visit, instantAt(day, minute + 20), random)
      cases.alerts.push({ id: random.hex(32), revision: 1, value: { ...alert, handling } })
    }
  }
  return minute + 30
}

/**
 * What is asked of whom: PHQ-9 only of adults, K10 now and then, GDS-15 of elders and their relatives of how they manage; at some
 * first visits somebody close tells what they saw, or a clue list is filled in.
 */
function battery({ number, counsellor }: Visit, age: number | null): { id: string; rater: Rater }[] {
  const self: Rater = { kind: 'self' }
  const relative: Rater = {
    kind: 'informant',
    relation: '示例：家属',
    who: '示例家属',
    purpose: '示例：了解平时在家的情况',
    basis: age !== null && age < 14 ? 'guardianAgreed' : 'clientAgreed',
  }
  const asked: { id: string; rater: Rater }[] = []
  if (age === null || age >= adultFrom) asked.push({ id: 'phq-9', rater: self })
  asked.push({ id: 'gad-7', rater: self })
  if (number % 2 === 0) asked.push({ id: 'who-5', rater: self })
  if (age !== null && age >= adultFrom && number % 4 === 1) asked.push({ id: 'k10', rater: self })
  if (age !== null && age >= elderFrom && number % 2 === 1) asked.push({ id: 'gds-15', rater: self })
  if (age !== null && age >= elderFrom && number % 3 === 0)
    asked.push({ id: 'social-function', rater: relative })
  if (age !== null && age % 4 === 0 && number === 0) asked.push({ id: 'observation-record', rater: relative })
  if (age !== null && age % 5 === 0 && number === 0)
    asked.push({ id: 'behaviour-clues', rater: { kind: 'staff', staffId: counsellor } })
  return asked
}

function handlingOf(
  { burden, counsellor }: Visit,
  handledAt: string,
  random: Random,
): CriticalAlert['handling'] {
  if (burden > 0.6)
    return {
      handledBy: counsellor,
      handledAt,
      asked: 'confirmed',
      responseLevel: 'today',
      entry: '示例：当面询问，本人说有过不想活下去的想法，没有计划。家属当天陪同，已约定明天复访。',
    }
  return random.chance(0.75)
    ? {
        handledBy: counsellor,
        handledAt,
        asked: 'denied',
        responseLevel: 'planned',
        entry: '示例：当面询问，本人说选项理解有误，没有这样的想法。已告知求助电话。',
      }
    : {
        handledBy: counsellor,
        handledAt,
        asked: 'notAsked',
        responseLevel: 'today',
        entry: '示例：本人答完先离开了，未能当面询问。当天已电话联系，约定次日来访。',
      }
}
