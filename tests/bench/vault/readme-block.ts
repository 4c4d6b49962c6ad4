import type { Results, Row } from './results.ts'

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })
/** Milliseconds as they are read. */
export const time = (milliseconds: number | null): string =>
  milliseconds === null
    ? '–'
    : milliseconds < 1000
      ? `${number(milliseconds)} ms`
      : `${number(milliseconds / 1000)} s`

const ratio = (here: number, other: number | null): string =>
  other === null ? '–' : `${time(other)} (× ${number(here / other)})`

const wish = ({ milliseconds, timesSqlcipher }: Row['must']): string => {
  const wishes = [
    ...(milliseconds === null ? [] : [`≤ ${time(milliseconds)}`]),
    ...(timesSqlcipher === null ? [] : [`≤ ${timesSqlcipher} × SQLCipher`]),
  ]
  return wishes.length === 0 ? '–' : wishes.join(', ')
}

const line = ({ work, must, here, sqlcipher, dexie }: Row): string =>
  `| ${work} | ${wish(must)} | ${time(here)} | ${ratio(here, sqlcipher)} | ${ratio(here, dexie)} |`

/** The figures as a part of the README. */
export const readmeBlock = ({ machine, sizes }: Results): string => {
  const { cpu, cores, memoryGiB, system, chromium, node } = machine
  const tables = sizes.map(({ size, rows, records, backupBytes }) => {
    const all = Object.values(records).reduce((sum, one) => sum + one, 0)
    return [
      `**${number(size.clients)} clients, ${number(records.assessments ?? 0)} assessments** (${number(all)} records; backup ${number(backupBytes / 2 ** 20)} MiB)`,
      '',
      '| work | must reach | here | SQLCipher (here ÷ SQLCipher) | plain Dexie (here ÷ Dexie) |',
      '|---|---|---|---|---|',
      ...rows.map(line),
    ].join('\n')
  })
  return [
    `Measured on ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, Chromium ${chromium}, Node ${node}.`,
    '',
    tables.join('\n\n'),
  ].join('\n')
}
