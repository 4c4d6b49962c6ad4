import { crc32 } from '../lists/crc32.ts'

/** One file of an archive. */
export interface ZipPart {
  name: string
  content: string
}

/** 1 January 1980, as zip files write it: an archive of ours does not say when it was made. */
const day = 0x0021
const deflated = 8
const utf8Names = 0x0800

/** Packs texts into a zip file. The same texts make the same file. */
export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const bytes = new TextEncoder().encode(content)
    const packed = await deflate(bytes)
    const nameBytes = new TextEncoder().encode(name)
    const about = [utf8Names, deflated, 0, day] as const
    const sizes = [crc32(bytes), packed.length, bytes.length] as const
    const local = record(0x04034b50, [20, ...about], sizes, [nameBytes.length, 0], nameBytes)
    directory.push(
      joined([
        record(0x02014b50, [20, 20, ...about], sizes, [nameBytes.length, 0, 0, 0, 0], new Uint8Array()),
        longs([0, offset]),
        nameBytes,
      ]),
    )
    files.push(local, packed)
    offset += local.length + packed.length
  }
  const listing = joined(directory)
  const end = record(
    0x06054b50,
    [0, 0, parts.length, parts.length],
    [listing.length, offset],
    [0],
    new Uint8Array(),
  )
  return joined([...files, listing, end])
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

const record = (
  signature: number,
  first: readonly number[],
  middle: readonly number[],
  last: readonly number[],
  tail: Uint8Array,
): Uint8Array => joined([longs([signature]), shorts(first), longs(middle), shorts(last), tail])

const shorts = (values: readonly number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(values.length * 2))
  for (const [index, value] of values.entries()) view.setUint16(index * 2, value, true)
  return new Uint8Array(view.buffer)
}

const longs = (values: readonly number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, true)
  return new Uint8Array(view.buffer)
}

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
