import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { daySchema } from '../../casework/records/values.ts'
import { type BroughtFile, mostFileBytes } from '../../county/packages/batch/brought-file.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { readFileWithin } from '../read-file.ts'

/** Files that came on one day, by their paths. */
export interface DaysFiles {
  /** `YYYY-MM-DD` */
  day: string
  paths: string[]
}

const isDay = (name: string): boolean => daySchema.safeParse(name).success

/**
 * What is meant by these files and folders, the earliest day first. Of a folder its `*.anxin` files; folders in it that are named by a
 * day, `2026-11-08`, hold what came on that day, everything else came on `day`. Refused with FILE_UNREADABLE.
 */
export async function filesOfDays(paths: readonly string[], day: string): Promise<Outcome<DaysFiles[]>> {
  const byDay = new Map<string, string[]>()
  const add = (on: string, path: string) => byDay.set(on, [...(byDay.get(on) ?? []), path])
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        add(day, path)
        continue
      }
      for (const [on, found] of await inFolder(path, day)) byDay.set(on, [...(byDay.get(on) ?? []), ...found])
    } catch {
      return refused('FILE_UNREADABLE', { at: path })
    }
  }
  return done(
    [...byDay].map(([on, found]) => ({ day: on, paths: found })).sort((a, b) => (a.day < b.day ? -1 : 1)),
  )
}

async function inFolder(folder: string, day: string): Promise<Map<string, string[]>> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const packages = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.anxin'))
  const found = new Map([[day, packages.map(({ name }) => join(folder, name))]])
  for (const { name } of entries.filter((entry) => entry.isDirectory() && isDay(entry.name))) {
    const names = (await readdir(join(folder, name))).filter((file) => file.endsWith('.anxin')).sort()
    const before = name === day ? (found.get(day) ?? []) : []
    found.set(name, [...before, ...names.map((file) => join(folder, name, file))])
  }
  return found
}

/** The files themselves, one after the other; nothing larger than a package is read. */
export async function* broughtFiles({ day, paths }: DaysFiles): AsyncGenerator<BroughtFile> {
  for (const name of paths) {
    const read = await readFileWithin(name, mostFileBytes)
    const why = read.ok || read.refusal.code === 'FILE_TOO_LARGE' ? 'PACKAGE_TOO_LARGE' : 'FILE_NOT_READ'
    yield { name, content: read.ok ? read.value : why, received: day }
  }
}
