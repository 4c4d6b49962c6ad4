import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type SqlDatabase } from '../sql-database.ts'
import { type BenchPlan, benchFiles, inBatches, thickFilesOf } from './bench-files.ts'
import { recordRows, recordTables, type SummaryRow, summaryRow } from './plain-rows.ts'
import { timed, timeEach, timingOf } from './timing.ts'

const saves = 100
const columns = [
  'id',
  'name',
  'pinyin',
  'initials',
  'fileNumber',
  'phone',
  'sex',
  'birthDate',
  'registeredAt',
  'tier',
  'reviewBy',
  'openAlerts',
  'lastAssessedAt',
] as const satisfies (keyof SummaryRow)[]
const searched = ['name', 'pinyin', 'initials', 'fileNumber', 'phone']

const opened = (file: string): SqlDatabase => openDatabase(file, { encrypted: true })

const schema = [
  `CREATE TABLE summaries (${columns.map((name) => (name === 'id' ? 'id PRIMARY KEY' : name)).join(', ')}) WITHOUT ROWID`,
  'CREATE TABLE clients (id PRIMARY KEY, value) WITHOUT ROWID',
  'CREATE TABLE facts (id PRIMARY KEY, value) WITHOUT ROWID',
  ...recordTables.flatMap((name) => [
    `CREATE TABLE ${name} (id PRIMARY KEY, clientId, value) WITHOUT ROWID`,
    `CREATE INDEX ${name}_client ON ${name} (clientId)`,
  ]),
]

/** What the caseload is summed up from, in SQL, where no summaries are kept. */
const summedUp = `SELECT c.id, c.value,
  (SELECT value FROM decisions d WHERE d.clientId = c.id ORDER BY value ->> 'decidedAt' DESC LIMIT 1) AS decision,
  (SELECT count(*) FROM alerts a WHERE a.clientId = c.id AND a.value ->> 'handling' IS NULL) AS openAlerts,
  (SELECT max(value ->> 'answeredAt') FROM assessments s WHERE s.clientId = c.id) AS lastAssessedAt
  FROM clients c`

const fill = (database: SqlDatabase, plan: BenchPlan): void => {
  for (const statement of schema) database.exec(statement)
  const summary = database.prepare(`INSERT INTO summaries VALUES (${columns.map(() => '?').join(', ')})`)
  const client = database.prepare('INSERT INTO clients VALUES (?, ?)')
  const records = recordTables.map((name) => ({
    name,
    insert: database.prepare(`INSERT INTO ${name} VALUES (?, ?, ?)`),
  }))
  const insert = database.transaction((batch: Parameters<typeof summaryRow>[0][]) => {
    for (const file of batch) {
      for (const { id, value } of file.clients) client.run(id, JSON.stringify(value))
      for (const row of summaryRow(file)) summary.run(...columns.map((name) => row[name]))
      for (const { name, insert: into } of records)
        for (const { id, clientId, value } of recordRows(file, name))
          into.run(id, clientId, JSON.stringify(value))
    }
  })
  for (const files of [thickFilesOf(plan), benchFiles(plan)])
    for (const batch of inBatches(files, 500)) insert(batch)
}

const valuesOf = (rows: unknown[]): unknown[] =>
  rows.map((row) => (isValued(row) ? JSON.parse(row.value) : row))

const isValued = (row: unknown): row is { value: string } =>
  typeof row === 'object' && row !== null && 'value' in row && typeof row.value === 'string'

/** The same rows in SQLCipher, in Node. */
export const measureSqlcipher = async (plan: BenchPlan, queries: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-bench-'))
  const file = join(folder, 'rows.db')
  try {
    const filling = opened(file)
    const filled = (await timed(() => fill(filling, plan))).took
    filling.close()

    const caseload = await timeEach([1, 2, 3, 4, 5], () => {
      const database = opened(file)
      database.prepare('SELECT * FROM summaries').all()
      database.close()
    })
    const database = opened(file)
    const summed = await timed(() => valuesOf(database.prepare(summedUp).all()))
    const like = database.prepare(
      `SELECT * FROM summaries WHERE ${searched.map((name) => `${name} LIKE @sought`).join(' OR ')}`,
    )
    const search = await timeEach(queries, (query) => like.all({ sought: `%${query}%` }))
    const ids = [...thickFilesOf(plan)].map(({ clients: [client] }) => client?.id ?? '')
    const byClient = [
      database.prepare('SELECT value FROM clients WHERE id = ?'),
      ...recordTables.map((name) => database.prepare(`SELECT value FROM ${name} WHERE clientId = ?`)),
    ]
    const openCases = await timeEach(ids, (id) => byClient.map((one) => valuesOf(one.all(id))))
    const [thick] = thickFilesOf(plan)
    const example = JSON.stringify(thick?.assessments[0]?.value)
    const assessment = database.prepare('INSERT INTO assessments VALUES (?, ?, ?)')
    const fact = database.prepare('INSERT INTO facts VALUES (?, ?)')
    const save = database.transaction((number: number) => {
      assessment.run(`new-${number}`, ids[0], example)
      fact.run(`new-${number}`, '{"kind":"assessment"}')
    })
    const saved: number[] = []
    for (let number = 0; number < saves; number++) saved.push((await timed(() => save(number))).took)
    const check = await timed(() => database.pragma('integrity_check'))
    database.close()
    return {
      filled,
      caseload,
      summed: summed.took,
      search,
      openCases,
      save: timingOf(saved),
      check: check.took,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
