import { nextFileNumber } from '../casework/file-number.ts'
import { addDays } from '../tiering/calendar.ts'
import { planClients } from './client-plan.ts'
import { createRandom } from './random.ts'
import { simulateCalls } from './simulate-calls.ts'
import { simulateClient } from './simulate-client.ts'
import type { RoomSetting, SimulatedCases, SimulatedRoom } from './simulated-room.ts'

/** How much is simulated: `months` back from the day `until`, on which nothing has happened yet. */
export interface SimulationSize {
  seed: string
  clients: number
  months: number
  until: string
}

const daysInMonth = 30.5

/** A synthetic room's records from a seed: the same input gives the same room, to the last id. */
export function simulateRoom(
  { seed, clients, months, until }: SimulationSize,
  setting: RoomSetting,
): SimulatedRoom {
  const since = addDays(until, -Math.ceil(months * daysInMonth))
  const fileNumbers: string[] = []
  const files = planClients(clients, since, until, createRandom(`${seed}/plan`)).map((plan, number) => {
    const fileNumber = nextFileNumber(fileNumbers, Number(plan.registeredOn.slice(0, 4)))
    fileNumbers.push(fileNumber)
    return simulateClient(
      plan,
      { number, fileNumber },
      setting,
      until,
      createRandom(`${seed}/client/${number}`),
    )
  })
  const calls = simulateCalls(clients, setting, since, until, createRandom(`${seed}/calls`))
  return { ...gather(files), calls }
}

function gather(files: readonly SimulatedCases[]): SimulatedCases {
  const oldestFirst = <T>(records: T[], momentOf: (record: T) => string): T[] =>
    records.sort((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b)))
  return {
    clients: oldestFirst(
      files.flatMap((file) => file.clients),
      ({ value }) => value.registeredAt,
    ),
    consents: oldestFirst(
      files.flatMap((file) => file.consents),
      ({ value }) => value.givenAt,
    ),
    assessments: oldestFirst(
      files.flatMap((file) => file.assessments),
      ({ value }) => value.startedAt,
    ),
    alerts: oldestFirst(
      files.flatMap((file) => file.alerts),
      ({ value }) => value.raisedAt,
    ),
    decisions: oldestFirst(
      files.flatMap((file) => file.decisions),
      ({ value }) => value.decidedAt,
    ),
  }
}
