import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { canInstall, installPackages } from './install-packages.ts'

/** Programs that tests hold ours against, and the packages of Debian that have them. */
const commands = { age: 'age', soffice: 'libreoffice-calc-nogui', postgres: 'postgresql-15' }
type Command = keyof typeof commands

/** Debian keeps each version of the server in a folder of its own, where no path leads. */
const places: Partial<Record<Command, string>> = { postgres: '/usr/lib/postgresql/*/bin/postgres' }
const isThere = (name: Command): boolean => {
  const place = places[name]
  const program = place === undefined ? name : globSync(place)[0]
  return program !== undefined && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}

/** Installs what is missing of these, on Debian as root. A test whose program is not there says that it was skipped. */
export const prepareCommands = (names: readonly Command[]): void => {
  const missing = names.filter((name) => !isThere(name))
  if (missing.length > 0 && canInstall()) installPackages(missing.map((name) => commands[name]))
}
