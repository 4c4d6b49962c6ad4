import { Dexie } from 'dexie'

/** `name`, then `name.2`, `name.3` … : a vault that is rebuilt gets a new database, and the one before is kept. */
const numberOf = (name: string, database: string): number => {
  if (database === name) return 1
  const number = database.startsWith(`${name}.`) ? Number(database.slice(name.length + 1)) : Number.NaN
  return Number.isSafeInteger(number) && number > 1 ? number : 0
}

/** The database in which a vault's backups are tried. */
export const databaseOfDrill = (name: string): string => `${name}.drill`

/** The databases of a vault that exist, the oldest first. */
export const databasesOf = async (name: string): Promise<string[]> =>
  (await Dexie.getDatabaseNames())
    .filter((database) => numberOf(name, database) > 0)
    .toSorted((a, b) => numberOf(name, a) - numberOf(name, b))

/** The name of the database that a vault gets when it is rebuilt next; `known`: names that are taken. */
export const nextDatabase = (name: string, known: readonly string[]): string =>
  `${name}.${Math.max(1, ...known.map((database) => numberOf(name, database))) + 1}`
