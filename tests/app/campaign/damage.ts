import { globSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What goes wrong with a file of the browser's database. */
export const faults = ['flipped at its head', 'flipped in the middle', 'halved', 'zeroed', 'deleted'] as const
type Fault = (typeof faults)[number]

/** The files of LevelDB, by what they are for. */
export const levelDbFiles = {
  log: /^\d+\.log$/,
  table: /^\d+\.ldb$/,
  CURRENT: /^CURRENT$/,
  MANIFEST: /^MANIFEST-\d+$/,
}

/** The largest file of this browser's IndexedDB whose name fits. */
export const databaseFile = (profile: string, name: RegExp): string => {
  const files = globSync('Default/**/IndexedDB/**', { cwd: profile, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(basename(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => statSync(b).size - statSync(a).size)
  const [file] = files
  if (file === undefined) throw new Error(`no file like ${name}`)
  return file
}

const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file)
  for (const place of bytes.subarray(at, at + 64).keys()) bytes[at + place] = (bytes[at + place] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

const pageSize = 4096

/** Damages the beginning of a page of an SQLite file, `share` (0 to 1) of the way through it, as a bad sector does. */
export const damagePage = (file: string, share: number): void =>
  flip(file, Math.floor((statSync(file).size / pageSize) * share) * pageSize)

/** Damages one file, as disks and power cuts do. */
export const damage = (file: string, fault: Fault): void => {
  const { size } = statSync(file)
  if (fault === 'flipped at its head') flip(file, 0)
  if (fault === 'flipped in the middle') flip(file, Math.floor(size / 2))
  if (fault === 'halved') truncateSync(file, Math.floor(size / 2))
  if (fault === 'zeroed') writeFileSync(file, Buffer.alloc(size))
  if (fault === 'deleted') rmSync(file)
}
