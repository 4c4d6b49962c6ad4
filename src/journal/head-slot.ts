import { crc32c } from './crc32c.ts'
import { type Bytes, type DurableFolder, FolderError } from './durable-folder.ts'
import { NewerFormatError } from './newer-format.ts'

/** Where a vault stands: which database, snapshot and journal belong together, and up to which commit. */
export interface HeadSlot {
  seq: number
  vaultId: string
  /** Name of the database. */
  database: string
  /** Name of the newest snapshot, or null where none has been taken. */
  snapshot: string | null
  /** Name of the journal that follows the snapshot. */
  journal: string
}

/** The head of a folder: `slot` is null when neither of the two is whole; nothing damaged then means there never was one. */
export interface HeadReading {
  slot: HeadSlot | null
  /** How many of the two that were written cannot be read any more. */
  damaged: number
}

const NAMES = ['head-a', 'head-b'] as const
type Name = (typeof NAMES)[number]

// magic 4 · version 1 · counter 8 · length of the text 2 · text in ASCII · zeros · crc32c of all of it 4
const MAGIC = 0xa5415848
const VERSION = 1
const VERSION_AT = 4
const COUNTER_AT = 5
const LENGTH_AT = 13
const TEXT_AT = 15
/** One sector, so that a disk writes all of it or none. */
const SIZE = 512
const SUM_AT = SIZE - 4

interface Slot {
  /** How many heads had been written with this one. */
  counter: number
  head: HeadSlot
}

/** The newer of the two heads that are whole. Throws FolderError, never NO_FILE, and NewerFormatError. */
export const readHeadSlot = async (folder: DurableFolder): Promise<HeadReading> => {
  const slots = await readSlots(folder)
  const newest = newestOf(slots)
  return {
    slot: newest?.head ?? null,
    // From the second head on there are two files, so that one more than that is never missing by itself.
    damaged: slots.filter((slot) => slot === 'damaged' || (slot === 'absent' && (newest?.counter ?? 0) > 1))
      .length,
  }
}

/** Puts a new head in place of the older one, or of the one that is damaged. Throws FolderError and NewerFormatError. */
export const writeHeadSlot = async (folder: DurableFolder, head: HeadSlot): Promise<void> => {
  const slots = await readSlots(folder)
  const newest = newestOf(slots)
  const name: Name = newest !== undefined && slots[0] === newest ? 'head-b' : 'head-a'
  await folder.overwrite(name, encodeSlot({ counter: (newest?.counter ?? 0) + 1, head }))
}

type Found = Slot | 'damaged' | 'absent'

const readSlots = (folder: DurableFolder): Promise<Found[]> =>
  Promise.all(
    NAMES.map(async (name) => {
      try {
        // One byte more than belongs there would be seen.
        return decodeSlot(await folder.read(name, 0, SIZE + 1)) ?? 'damaged'
      } catch (problem) {
        if (problem instanceof FolderError && problem.code === 'NO_FILE') return 'absent'
        throw problem
      }
    }),
  )

const newestOf = (slots: Found[]): Slot | undefined =>
  slots
    .filter((slot) => slot !== 'damaged' && slot !== 'absent')
    .sort((one, other) => other.counter - one.counter)[0]

const encodeSlot = ({ counter, head: { seq, vaultId, database, snapshot, journal } }: Slot): Bytes => {
  const text = inAscii(JSON.stringify({ seq, vaultId, database, snapshot, journal }))
  if (TEXT_AT + text.length > SUM_AT) throw new RangeError(`Too much for a head: ${text.length} bytes`)
  const bytes = new Uint8Array(SIZE)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint8(VERSION_AT, VERSION)
  view.setBigUint64(COUNTER_AT, BigInt(counter))
  view.setUint16(LENGTH_AT, text.length)
  bytes.set(
    Array.from(text, (character) => character.charCodeAt(0)),
    TEXT_AT,
  )
  view.setUint32(SUM_AT, crc32c(bytes.subarray(0, SUM_AT)))
  return bytes
}

const decodeSlot = (bytes: Bytes): Slot | null => {
  if (bytes.length !== SIZE) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, SIZE)
  if (view.getUint32(SUM_AT) !== crc32c(bytes.subarray(0, SUM_AT))) return null
  if (view.getUint32(0) !== MAGIC) return null
  if (view.getUint8(VERSION_AT) !== VERSION) throw new NewerFormatError()
  const text = bytes.subarray(TEXT_AT, TEXT_AT + view.getUint16(LENGTH_AT))
  const head = headOf(String.fromCharCode(...text))
  return head && { counter: Number(view.getBigUint64(COUNTER_AT)), head }
}

const headOf = (text: string): HeadSlot | null => {
  try {
    const { seq, vaultId, database, snapshot, journal } = JSON.parse(text)
    const texts = [vaultId, database, snapshot ?? '', journal].every((value) => typeof value === 'string')
    return Number.isSafeInteger(seq) && texts ? { seq, vaultId, database, snapshot, journal } : null
  } catch {
    return null
  }
}

/** JSON that is ASCII alone: what is not stands as its code. */
const inAscii = (json: string): string =>
  json.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
