import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unit } from '../../county/units/unit.ts'
import { systemCode } from '../../host/file-system.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { LaidOutRoom, LaidOutUnit } from '../../simulation/lay-out-county.ts'
import type { MadeRoom } from './rooms-worker.ts'
import type { SimulatedCounty } from './simulate-packages.ts'

/** What a room really counted for a period. */
export interface Truth {
  unit: string
  township: string
  period: string
  profile: LaidOutRoom['profile']
  /** Whether the county gets to know of it: not after a package of the chain was lost. */
  arrives: boolean
  tables: Record<string, number[]>
  /** Of the tables of class S what was published of them; null for what the room withholds. */
  published: Record<string, (number | null)[]>
}

/**
 * Writes a made-up county into a folder that was not there: `received/<day>/*.anxin` as they came in · `cards/` and, for a made-up desk,
 * its identity `county.key` · `units.jsonl` · `expected.jsonl`, what has to become of each file · `truth.jsonl`, what was really counted.
 */
export async function writeCounty(
  out: string,
  { desk, places, rooms, files, begins }: SimulatedCounty,
): Promise<Outcome<null>> {
  try {
    await mkdir(out, { mode: 0o700 })
  } catch (error) {
    return refused(systemCode(error) === 'EEXIST' ? 'FILE_EXISTS' : 'FILE_NOT_WRITTEN', { at: out })
  }
  for (const day of new Set(files.map((file) => file.day)))
    await mkdir(join(out, 'received', day), { recursive: true })
  await mkdir(join(out, 'cards'))
  const write = (name: string, content: string | Uint8Array) =>
    writeFile(join(out, name), content, { mode: 0o600 })
  for (const { day, name, bytes } of files) await write(`received/${day}/${name}`, bytes)
  const cards = [...(desk ? [desk] : []), ...rooms.map(({ unit }) => unit)]
  for (const { card, file } of cards) await write(`cards/${card.unit}.anxin-card`, file)
  if (desk) await write('county.key', `# ${desk.card.unit} 示例\n${desk.keys.identity}\n`)
  const units = [...places, ...rooms.map(({ room }) => room)].map((unit) => unitOf(unit, begins))
  await write('units.jsonl', lines(units))
  await write('expected.jsonl', lines(files.map(({ bytes: _, ...about }) => about)))
  await write('truth.jsonl', lines(rooms.flatMap(truthOf)))
  return done(null)
}

const lines = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** A unit of a synthetic county as a desk enters it. */
export const unitOf = (
  { level, code, name, parent, residents, ...more }: LaidOutUnit | LaidOutRoom,
  from: string,
): Unit => ({
  level,
  code,
  name,
  parent,
  contact: level === 'room' ? '示例 000-0000-0000' : '',
  duty: 'profile' in more ? (more.profile === 'small' ? 'quarter' : 'month') : 'none',
  residents,
  from,
  until: null,
})

/** Every period of a room, with whether it arrives. */
const truthOf = ({ room, reports, arrivals }: MadeRoom): Truth[] => {
  const arriving = new Set(arrivals.flatMap(({ fate, period }) => (fate === 'in' ? [period] : [])))
  return reports.map(({ period, counted, payload }) => ({
    unit: room.code,
    township: room.parent,
    period,
    profile: room.profile,
    arrives: arriving.has(period),
    tables: Object.fromEntries(counted.map(({ id, cells }) => [id, cells])),
    published: Object.fromEntries(
      payload.tables.flatMap(({ id, k, cells }) => (k === null ? [] : [[id, cells]])),
    ),
  }))
}
