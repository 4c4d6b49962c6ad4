import { parentPort, workerData } from 'node:worker_threads'
import { guardHere } from '../../exchange/release/guard-here.ts'
import { withholdingWhole } from '../../exchange/release/withholding-whole.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import type { UnitKeys } from '../../exchange/unit-keys.ts'
import type { LaidOutRoom } from '../../simulation/lay-out-county.ts'
import { createRandom } from '../../simulation/random.ts'
import { type Arrival, arrivalsOf } from './arrivals.ts'
import { type ReportingRoom, reportsOfRoom, type SimulatedYear } from './report-of-room.ts'

/** The rooms that one thread makes. */
export interface RoomsToMake {
  year: SimulatedYear
  rooms: { room: LaidOutRoom; place: number }[]
  /** Every so many rooms, one has its class S tables really protected; the others withhold them whole. */
  protectedEvery: number
  strangers: { unknown: Pick<UnitKeys, 'signing'>; otherCounty: ReadCard }
}

/** One room as it comes out of the thread. */
export interface MadeRoom extends ReportingRoom {
  arrivals: Arrival[]
}

const secondsForOneSet = 20

async function make({ year, rooms, protectedEvery, strangers }: RoomsToMake): Promise<void> {
  const random = createRandom(`${year.seed}/guard`)
  const protecting = guardHere({ seconds: secondsForOneSet, draw: () => random.next() })
  const withholding = withholdingWhole(protecting)
  let neighbour: UnitKeys | null = null
  for (const { room, place } of rooms) {
    const guard = place % protectedEvery === protectedEvery - 1 ? protecting : withholding
    const reporting = await reportsOfRoom(room, year, guard)
    const { seed, county } = year
    const arrivals = await arrivalsOf(reporting, {
      seed,
      place,
      county,
      strangers: { ...strangers, neighbour },
    })
    neighbour = reporting.unit.keys
    parentPort?.postMessage({ ...reporting, arrivals } satisfies MadeRoom)
  }
}

await make(workerData as RoomsToMake)
