import { crc32 } from './crc32.ts'
import { ListError } from './list-error.ts'
import { listLimits } from './list-limits.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface Entry {
  method: number
  crc: number
  packed: number
  size: number
  offset: number
}

/** The parts of a zip file by name; names are compared without case, as those of workbooks are. */
export interface ZipParts {
  has(name: string): boolean
  /** Unpacked and proved by its checksum. Throws LIST_DAMAGED also when there is no such part, LIST_UNPACKS_TOO_LARGE. */
  read(name: string): Promise<Bytes>
}

const endLength = 22
const headLength = 46
const localLength = 30
const longestComment = 0xffff

const damaged = (at: string | null = null, cause?: unknown) => new ListError('LIST_DAMAGED', at, { cause })

/**
 * Reads the directory of a zip file as spreadsheet programs write it: one disk, deflated or stored. Throws LIST_DAMAGED for
 * anything else, LIST_LOCKED for encrypted parts.
 */
export function openZip(bytes: Bytes): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(view, bytes)
  let unpacked = 0
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async read(name) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw damaged(name)
      unpacked += entry.size
      if (unpacked > listLimits.unpackedBytes) throw new ListError('LIST_UNPACKS_TOO_LARGE', name)
      const packed = packedBytes(view, bytes, entry, name)
      const content = entry.method === 0 ? packed : await inflated(packed, entry.size, name)
      if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(name)
      return content
    },
  }
}

function directoryOf(view: DataView, bytes: Bytes): Map<string, Entry> {
  const end = endOf(view)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + headLength > end || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const next = at + headLength + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
    if (next > end) throw damaged()
    const name = new TextDecoder()
      .decode(bytes.subarray(at + headLength, at + headLength + (nameLength ?? 0)))
      .replaceAll('\\', '/')
      .replace(/^\//, '')
      .toLowerCase()
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new ListError('LIST_LOCKED')
    // A name that stands there twice would mean one thing to one program and another to the next.
    if (entries.has(name)) throw damaged(name)
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  if (at !== end) throw damaged()
  return entries
}

/** Where the end record stands: the last in the file that its own comment ends with. */
function endOf(view: DataView): number {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at--)
    if (view.getUint32(at, true) === 0x06054b50 && view.getUint16(at + 20, true) === last - at) return at
  throw damaged()
}

function packedBytes(view: DataView, bytes: Bytes, { offset, packed, method }: Entry, name: string): Bytes {
  if (method !== 0 && method !== 8) throw damaged(name)
  if (offset + localLength > view.byteLength || view.getUint32(offset, true) !== 0x04034b50)
    throw damaged(name)
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > view.byteLength) throw damaged(name)
  return bytes.subarray(start, start + packed)
}

/** Inflates, and stops as soon as there is more than the directory says. */
async function inflated(packed: Bytes, size: number, name: string): Promise<Bytes> {
  const content = new Uint8Array(size)
  let length = 0
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (length + read.value.length > size) {
        await reader.cancel()
        throw damaged(name)
      }
      content.set(read.value, length)
      length += read.value.length
    }
  } catch (problem) {
    throw problem instanceof ListError ? problem : damaged(name, problem)
  }
  return content.subarray(0, length)
}
