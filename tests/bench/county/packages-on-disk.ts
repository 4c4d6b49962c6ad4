import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeRooms } from '../../../src/cli/simulated-county/make-rooms.ts'
import type { SimulatedYear } from '../../../src/cli/simulated-county/report-of-room.ts'
import type { MadeRoom } from '../../../src/cli/simulated-county/rooms-worker.ts'
import { simulatedUnit } from '../../../src/cli/simulated-county/simulated-unit.ts'
import { unitOf } from '../../../src/cli/simulated-county/write-county.ts'
import { signCompact } from '../../../src/exchange/compact-jws.ts'
import { packageType, payloadText } from '../../../src/exchange/package-payload.ts'
import { referenceTo } from '../../../src/exchange/plan-reference.ts'
import { sealFile } from '../../../src/exchange/sealed-file.ts'
import { sha256Hex } from '../../../src/exchange/sha256.ts'
import { type LaidOutRoom, layOutCounty } from '../../../src/simulation/lay-out-county.ts'
import { monthsBefore } from '../../../src/simulation/periods-before.ts'
import { periodKindOf } from '../../../src/statistics/period.ts'
import { type ReleasePlan, readReleasePlan } from '../../../src/statistics/release-plan.ts'

const until = '2026-01-01'
const year = 2025
/** So many rooms of the list are simulated in full; every other room sends what one of them of its size counted. */
const simulatedRooms = 60

/** Files of a desk of this many rooms, in folders by the number of months they complete. */
export interface PackagesOnDisk {
  desk: string
  plan: ReleasePlan
  /** Folder of the files of a month, and of the quarter it ends, by month: `2025-01` … `2025-12`. */
  folders: ReadonlyMap<string, string>
  packages: ReadonlyMap<string, number>
  seconds: { simulating: number; signing: number }
}

/** Writes a year of packages for a desk, with its cards, identity and units. All come on time and none is bad: what is measured is the work. */
export async function writePackages(folder: string, rooms: number): Promise<PackagesOnDisk> {
  const path = fileURLToPath(new URL('../../../resources/release-plan.json', import.meta.url))
  const plan = readReleasePlan(JSON.parse(await readFile(path, 'utf8')))
  const reference = await referenceTo(plan)
  const desk = rooms > 540 ? '990100' : '990101'
  const begins = `${year}-01-01`
  const own = await simulatedUnit({ code: desk, name: '示例工作台', created: begins }, reference)
  const county = { card: own.card, kid: own.kid }
  const laidOut = layOutCounty({ seed: 'bench', desk, rooms })
  const asked: SimulatedYear = { seed: 'bench', plan, reference, county, months: 12, until }
  let began = performance.now()
  const pool = await poolOf(laidOut.rooms.slice(0, simulatedRooms), asked)
  const simulating = (performance.now() - began) / 1000

  const folders = new Map(monthsBefore(until, 12).map((month) => [month, join(folder, 'months', month)]))
  await mkdir(join(folder, 'cards'), { recursive: true })
  for (const at of folders.values()) await mkdir(at, { recursive: true })
  await writeFile(join(folder, 'county.key'), `${own.keys.identity}\n`)
  await writeFile(join(folder, 'cards', `${desk}.anxin-card`), own.file)
  const units = [...laidOut.places, ...laidOut.rooms].map((unit) => JSON.stringify(unitOf(unit, begins)))
  await writeFile(join(folder, 'units.jsonl'), `${units.join('\n')}\n`)
  const packages = new Map<string, number>([...folders.keys()].map((month) => [month, 0]))
  began = performance.now()
  for (const [place, room] of laidOut.rooms.entries()) {
    const unit = await simulatedUnit({ code: room.code, name: room.name, created: begins }, null)
    await writeFile(join(folder, 'cards', `${room.code}.anxin-card`), unit.file)
    const alike = pool.get(room.profile) ?? []
    const reports = alike[place % alike.length]?.reports ?? []
    let previous: string | null = null
    for (const { period, payload } of reports) {
      const text = payloadText({ ...payload, from: { unit: room.code }, previous })
      const jws = await signCompact(text, packageType, unit.keys.signing)
      previous = await sha256Hex(jws)
      const month = monthCompleted(period)
      const file = join(folders.get(month) ?? folder, `${room.code}-${period}.anxin`)
      await writeFile(file, await sealFile(jws, [county.card.encryption]))
      packages.set(month, (packages.get(month) ?? 0) + 1)
    }
  }
  return {
    desk,
    plan,
    folders,
    packages,
    seconds: { simulating, signing: (performance.now() - began) / 1000 },
  }
}

/** Simulated rooms by their size; each size at least once. */
async function poolOf(
  rooms: readonly LaidOutRoom[],
  asked: SimulatedYear,
): Promise<ReadonlyMap<LaidOutRoom['profile'], MadeRoom[]>> {
  const made: MadeRoom[] = []
  const stranger = await simulatedUnit(
    { code: '990999', name: '示例邻县', created: `${year}-01-01` },
    asked.reference,
  )
  const strangers = { unknown: stranger.keys, otherCounty: { card: stranger.card, kid: stranger.kid } }
  await makeRooms(rooms, { year: asked, protectedEvery: simulatedRooms, strangers }, (room) =>
    made.push(room),
  )
  made.sort((a, b) => (a.room.code < b.room.code ? -1 : 1))
  return Map.groupBy(made, ({ room }) => room.profile)
}

/** The month at whose end a period is over. */
const monthCompleted = (period: string): string =>
  periodKindOf(period) === 'month'
    ? period
    : `${year}-${String(Number(period.slice(6)) * 3).padStart(2, '0')}`
