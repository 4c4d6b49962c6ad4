import { spawnSync } from 'node:child_process'
import { canInstall, installPackages } from './install-packages.ts'

/** Programs that tests hold ours against, and the packages of Debian that have them. */
const commands = { age: 'age', soffice: 'libreoffice-calc-nogui' }
type Command = keyof typeof commands

/** Installs what is missing of these, on Debian as root. A test whose program is not there says that it was skipped. */
export const prepareCommands = (names: readonly Command[]): void => {
  const missing = names.filter((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status !== 0)
  if (missing.length > 0 && canInstall()) installPackages(missing.map((name) => commands[name]))
}
