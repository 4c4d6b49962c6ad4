import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../../README.md', import.meta.url))

/** Puts the figures of a bench into the README, in place of those that stood there. */
export const putInReadme = (bench: string, figures: string): void => {
  const [begin, end] = [`<!-- bench:${bench} -->`, `<!-- /bench:${bench} -->`]
  const readme = readFileSync(file, 'utf8')
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`the README has no place between ${begin} and ${end}`)
  writeFileSync(file, `${readme.slice(0, from)}${begin}\n${figures}\n${readme.slice(to)}`)
}
