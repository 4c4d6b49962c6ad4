import { createRandom } from './random.ts'
import { simulateCalls } from './simulate-calls.ts'
import { type SimulationSize, simulatedSince, simulateFiles } from './simulate-files.ts'
import type { RoomSetting, SimulatedCases, SimulatedRoom } from './simulated-room.ts'

/** A synthetic room's records from a seed: the same input gives the same room, to the last id. */
export function simulateRoom(size: SimulationSize, setting: RoomSetting): SimulatedRoom {
  const { seed, clients, until } = size
  const files = [...simulateFiles(size, setting)]
  const calls = simulateCalls(clients, setting, simulatedSince(size), until, createRandom(`${seed}/calls`))
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
    followUps: oldestFirst(
      files.flatMap((file) => file.followUps),
      ({ value }) => value.plannedAt,
    ),
    decisions: oldestFirst(
      files.flatMap((file) => file.decisions),
      ({ value }) => value.decidedAt,
    ),
  }
}
