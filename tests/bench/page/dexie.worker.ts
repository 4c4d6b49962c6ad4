import * as Comlink from 'comlink'
import { Dexie, type Table } from 'dexie'
import { type BenchPlan, benchFiles, inBatches, thickFilesOf } from '../vault/bench-files.ts'
import { type RecordRow, recordRows, recordTables, type SummaryRow, summaryRow } from '../vault/plain-rows.ts'
import { timed, timeEach } from '../vault/timing.ts'

const saves = 100
const fields = ['name', 'pinyin', 'initials', 'fileNumber', 'phone'] as const

class PlainDatabase extends Dexie {
  declare readonly summaries: Table<SummaryRow, string>

  constructor() {
    super('plain', { chromeTransactionDurability: 'strict' })
    const records = recordTables.map((name): [string, string] => [name, 'id, clientId'])
    this.version(1).stores({ ...Object.fromEntries(records), summaries: 'id', clients: 'id', facts: 'id' })
  }
}

/** The same rows in Dexie, in the clear. */
const dexieBench = {
  async fill(plan: BenchPlan) {
    const database = new PlainDatabase()
    const fill = async () => {
      for (const files of [thickFilesOf(plan), benchFiles(plan)])
        for (const batch of inBatches(files, 500)) {
          const { tables } = database
          await database.transaction('rw', tables, async () => {
            await database.table('clients').bulkAdd(batch.flatMap(({ clients }) => clients))
            await database.summaries.bulkAdd(batch.flatMap(summaryRow))
            for (const name of recordTables)
              await database.table(name).bulkAdd(batch.flatMap((file) => recordRows(file, name)))
          })
        }
    }
    return (await timed(fill)).took
  },
  /** Opens the database and reads every summary. */
  async caseload() {
    return (await timed(() => new PlainDatabase().summaries.toArray())).took
  },
  /** Opens the database and reads every record a summary follows from. */
  async allRecords() {
    const database = new PlainDatabase()
    return (
      await timed(() =>
        Promise.all(['clients', ...recordTables].map((name) => database.table(name).toArray())),
      )
    ).took
  },
  async search(queries: string[]) {
    const { summaries } = new PlainDatabase()
    await summaries.count()
    return timeEach(queries, (query) =>
      summaries.filter((row) => fields.some((field) => row[field].includes(query))).toArray(),
    )
  },
  async openCases(plan: BenchPlan) {
    const database = new PlainDatabase()
    const ids = [...thickFilesOf(plan)].map(({ clients: [client] }) => client?.id ?? '')
    return timeEach(ids, (clientId) =>
      Promise.all([
        database.table('clients').get(clientId),
        ...recordTables.map((name) => database.table<RecordRow>(name).where({ clientId }).toArray()),
      ]),
    )
  },
  async saveAssessments(plan: BenchPlan) {
    const database = new PlainDatabase()
    const [file] = thickFilesOf(plan)
    const [row] = file ? recordRows(file, 'assessments') : []
    return timeEach(Array.from({ length: saves }).keys(), (number) =>
      database.transaction('rw', ['assessments', 'facts'], async () => {
        await database.table('assessments').put({ ...row, id: `new-${number}` })
        await database.table('facts').put({ id: `new-${number}`, kind: 'assessment', month: '2026-11' })
      }),
    )
  },
}
export type DexieBench = typeof dexieBench

Comlink.expose(dexieBench)
