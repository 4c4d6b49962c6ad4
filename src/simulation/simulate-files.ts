import { nextFileNumber } from '../casework/clients/file-number.ts'
import { addDays } from '../tiering/calendar.ts'
import { planClients } from './client-plan.ts'
import { createRandom } from './random.ts'
import { simulateClient } from './simulate-client.ts'
import type { FilesSetting, SimulatedCases } from './simulated-room.ts'

/** How much is simulated: `months` back from the day `until`, on which nothing has happened yet. */
export interface SimulationSize {
  seed: string
  clients: number
  months: number
  until: string
}

const daysInMonth = 30.5

/** The first day that is simulated. */
export const simulatedSince = ({ months, until }: SimulationSize): string =>
  addDays(until, -Math.ceil(months * daysInMonth))

/**
 * One client's file after another, first registered first, from a seed: the same input gives the same files, to the last id.
 * Only one is held at a time, so that very many can be made.
 */
export function* simulateFiles(size: SimulationSize, setting: FilesSetting): Generator<SimulatedCases> {
  const { seed, clients, until } = size
  const lastNumbers = new Map<number, string>()
  const plans = planClients(clients, simulatedSince(size), until, createRandom(`${seed}/plan`))
  for (const [number, plan] of plans.entries()) {
    const year = Number(plan.registeredOn.slice(0, 4))
    const fileNumber = nextFileNumber([lastNumbers.get(year) ?? ''], year)
    lastNumbers.set(year, fileNumber)
    const random = createRandom(`${seed}/client/${number}`)
    yield simulateClient(plan, { number, fileNumber }, setting, until, random)
  }
}
