import type { ReadCard } from '../../exchange/unit-card.ts'
import { generateUnitKeys } from '../../exchange/unit-keys.ts'
import { type LaidOutCounty, layOutCounty } from '../../simulation/lay-out-county.ts'
import { monthsBefore } from '../../simulation/periods-before.ts'
import { createRandom } from '../../simulation/random.ts'
import type { Arrival } from './arrivals.ts'
import { makeRooms } from './make-rooms.ts'
import type { SimulatedYear } from './report-of-room.ts'
import type { MadeRoom } from './rooms-worker.ts'
import { type SimulatedUnit, simulatedUnit } from './simulated-unit.ts'

/** How large a county is to be, and what it reports by. */
export interface CountyAsked extends Omit<SimulatedYear, 'county'> {
  rooms: number
  /** The card of the desk that the files are for; a desk is made up when null. */
  county: ReadCard | null
}

/** A made-up county with all that its rooms sent. */
export interface SimulatedCounty {
  county: ReadCard
  /** The desk's own keys and card, where it is made up. */
  desk: SimulatedUnit | null
  places: LaidOutCounty['places']
  /** By their codes. */
  rooms: MadeRoom[]
  /** In the order of their names, which says nothing of what is in them. */
  files: (Arrival & { name: string })[]
  /** The first day of the first month. */
  begins: string
}

const madeUpDesk = { county: '990101', city: '990100' }
const mostRoomsOfCounty = 540
const protectedEvery = 90

/** Makes up a county. The seed decides on everything but keys, and what is drawn with them: these are new every time. */
export async function simulatePackages({
  county: given,
  rooms,
  ...asked
}: CountyAsked): Promise<SimulatedCounty> {
  const { seed, reference, until, months } = asked
  const begins = `${monthsBefore(until, months)[0]}-01`
  const code = rooms > mostRoomsOfCounty ? madeUpDesk.city : madeUpDesk.county
  const madeUp = (unit: string, name: string) =>
    simulatedUnit({ code: unit, name, created: begins }, reference)
  const desk = await madeUp(code, '示例县工作台')
  const county = publicPart(given ?? desk)
  const strangers = {
    unknown: await generateUnitKeys('990999999', `${begins}T00:00:00.000Z`),
    otherCounty: publicPart(await madeUp('990999', '示例邻县工作台')),
  }
  const laidOut = layOutCounty({ seed, desk: county.card.unit, rooms })
  const made: MadeRoom[] = []
  const what = { year: { ...asked, county }, protectedEvery, strangers }
  await makeRooms(laidOut.rooms, what, (room) => made.push(room))
  made.sort((a, b) => (a.room.code < b.room.code ? -1 : 1))
  const files = named(
    made.flatMap(({ arrivals }) => arrivals),
    seed,
  )
  return { county, desk: given === null ? desk : null, places: laidOut.places, rooms: made, files, begins }
}

const publicPart = ({ card, kid }: ReadCard): ReadCard => ({ card, kid })

/** Numbered by chance, as attachments of many mails are. */
const named = (arrivals: readonly Arrival[], seed: string): SimulatedCounty['files'] => {
  const random = createRandom(`${seed}/names`)
  return arrivals
    .map((arrival) => ({ arrival, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ arrival }, number) => ({
      ...arrival,
      name: `${String(number + 1).padStart(6, '0')}-${arrival.unit}-${arrival.period}.anxin`,
    }))
}
