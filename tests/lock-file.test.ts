import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const lock: {
  packages: Record<string, { version?: string; os?: string[]; optionalDependencies?: Record<string, string> }>
} = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))

// npm leaves out what the registry of the moment lacks, and then `npm ci` refuses the lock file on every machine.
test('the lock file names the binaries of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages),
    ),
  )
  expect(missing).toEqual([])
})
