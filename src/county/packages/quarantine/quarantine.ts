import type { Queries } from '../../store/store.ts'
import type { RefusedFile } from '../batch/keeping.ts'

/** A file that is kept and not taken in. One that only waits for those before it has the code CHAIN_GAP. */
export interface QuarantinedFile extends Omit<RefusedFile, 'bytes' | 'fileSha256'> {
  /** SHA-256 of the file. */
  sha256: string
  /** In bytes; nought where it was not read. */
  size: number
  /** Whether the file itself is here still: when there are too many, the oldest are let go, and only name and reason stay. */
  isHere: boolean
  /** What somebody wrote who put it away, and on which day; null while nobody has. */
  putAway: { note: string; day: string } | null
}

/** How much is kept: files together in bytes, and entries. */
export interface QuarantineRoom {
  bytes: number
  entries: number
}

/** Files that anybody may bring must not fill the disk. */
export const quarantineRoom: QuarantineRoom = { bytes: 64_000_000, entries: 10_000 }

interface Row {
  sha256: string
  name: string
  code: string
  unit: string | null
  period: string | null
  seq: number | null
  received: string
  size: number
  here: boolean
  note: string | null
  put_away: string | null
}

/** What a county keeps in quarantine, the newest first. */
export async function quarantined(queries: Queries, county: string): Promise<QuarantinedFile[]> {
  const rows = await queries.query<Row>(
    `select sha256, name, code, unit, period, seq, received, size, bytes is not null as here, note, put_away
     from quarantine
     where county = $1
     order by received desc, name, sha256`,
    [county],
  )
  return rows.map(({ here, note, put_away, ...row }) => ({
    ...row,
    isHere: here,
    putAway: put_away === null ? null : { note: note ?? '', day: put_away },
  }))
}

/** The file itself; null when it is not kept any more. */
export async function quarantinedBytes(
  queries: Queries,
  county: string,
  sha256: string,
): Promise<Uint8Array | null> {
  const [row] = await queries.query<{ bytes: Uint8Array | null }>(
    'select bytes from quarantine where county = $1 and sha256 = $2',
    [county, sha256],
  )
  return row?.bytes ?? null
}

/** Keeps a file, in a transaction of the caller's. The same file refused again for the same reason stays as it was kept. */
export async function quarantine(
  queries: Queries,
  county: string,
  file: RefusedFile,
  most: QuarantineRoom = quarantineRoom,
): Promise<void> {
  const { fileSha256, name, code, unit, period, seq, received, bytes } = file
  const [earlier] = await queries.query<{ code: string; received: string; here: boolean }>(
    'select code, received, bytes is not null as here from quarantine where county = $1 and sha256 = $2',
    [county, fileSha256],
  )
  if (earlier?.code === code && (earlier.here || bytes === null)) return
  await letOut(queries, county, fileSha256)
  await queries.query(
    `insert into quarantine (county, sha256, name, code, unit, period, seq, received, size, bytes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      county,
      fileSha256,
      name,
      code,
      unit,
      period,
      seq,
      earlier?.received ?? received,
      bytes?.length ?? 0,
      bytes,
    ],
  )
  await letGoOfOldest(queries, county, most)
}

/** It is in quarantine no more: it was taken in, or is here already. */
export async function letOut(queries: Queries, county: string, fileSha256: string): Promise<void> {
  await queries.query('delete from quarantine where county = $1 and sha256 = $2', [county, fileSha256])
}

/** Has it put away with a note; it stays, and is no longer shown among what is to be done. False when it is not there. */
export async function putAwayQuarantined(
  queries: Queries,
  county: string,
  sha256: string,
  { note, day }: { note: string; day: string },
): Promise<boolean> {
  const there = await queries.query('select 1 from quarantine where county = $1 and sha256 = $2', [
    county,
    sha256,
  ])
  await queries.query('update quarantine set note = $3, put_away = $4 where county = $1 and sha256 = $2', [
    county,
    sha256,
    note,
    day,
  ])
  return there.length > 0
}

/** First the bytes of files that nobody waits for, the oldest first; entries only of files that no unit of ours is named in. */
async function letGoOfOldest(queries: Queries, county: string, most: QuarantineRoom): Promise<void> {
  const [held] = await queries.query<{ bytes: number; entries: number }>(
    `select coalesce(sum(size) filter (where bytes is not null), 0)::float8 as bytes, count(*)::integer as entries
     from quarantine where county = $1`,
    [county],
  )
  if (held === undefined) return
  if (held.bytes > most.bytes) {
    const rows = await queries.query<{ sha256: string; size: number }>(
      `select sha256, size from quarantine where county = $1 and bytes is not null
       order by (code = 'CHAIN_GAP'), (unit is not null), received, sha256`,
      [county],
    )
    let left = held.bytes
    for (const { sha256, size } of rows) {
      if (left <= most.bytes) break
      await queries.query('update quarantine set bytes = null where county = $1 and sha256 = $2', [
        county,
        sha256,
      ])
      left -= size
    }
  }
  if (held.entries > most.entries) {
    const rows = await queries.query<{ sha256: string }>(
      'select sha256 from quarantine where county = $1 and unit is null order by received, sha256',
      [county],
    )
    for (const { sha256 } of rows.slice(0, held.entries - most.entries)) await letOut(queries, county, sha256)
  }
}
