import { type ClientEntry, clientEntry } from '../../casework/clients/client-entry.ts'
import { duplicateFinder, type PossibleDuplicate } from '../../casework/clients/duplicates.ts'
import { needsGuardian } from '../../casework/records/age-rules.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { ListLayout } from '../lists/find-columns.ts'
import type { Cell, ListRow, ListTable } from '../lists/list-table.ts'
import { columnIsRounded } from './id-number.ts'
import type { ListField } from './list-field.ts'
import { peopleLists } from './people-lists.ts'
import { type ListedClient, type ListSetting, readRow } from './read-row.ts'
import type { RowFault } from './row-fault.ts'

export interface PlannedRow {
  row: number
  client: ListedClient
  /** Registered clients who may be the same person, likeliest first. */
  registered: PossibleDuplicate[]
  /** Rows above that may be the same person. */
  sameAs: number[]
  /** Under 14, and the list names no guardian: to be asked before anything else. */
  asksForGuardian: boolean
}

/** What would come of a list; nothing is changed by making it. */
export interface ImportPlan {
  /** People nobody like whom is registered or stands further up. */
  toAdd: PlannedRow[]
  /** People who may be there already; somebody says of each whether they are. */
  alike: PlannedRow[]
  /** Everything that is wrong with the rows that cannot be taken, by row. */
  bad: { row: number; faults: RowFault[] }[]
}

/**
 * Reads the rows below the column names; yields after each step how much of the work is done, from 0 to 1, so that whoever runs it can
 * show that, make way for other work, or stop. Refused with LIST_NAME_COLUMN_NEEDED, LIST_COLUMN_TWICE, LIST_TOO_MANY_ROWS or LIST_NOBODY.
 */
export function* planImport(
  table: ListTable,
  layout: ListLayout<ListField>,
  setting: ListSetting & { entries: readonly ClientEntry[] },
): Generator<number, Outcome<ImportPlan>> {
  const fields = layout.columns.filter((field) => field !== null)
  if (!fields.includes('name') && !fields.includes('alias')) return refused('LIST_NAME_COLUMN_NEEDED')
  if (new Set(fields).size < fields.length) return refused('LIST_COLUMN_TWICE')
  const rows = table.rows.filter(({ number }) => number > layout.header.last)
  if (rows.length > peopleLists.atMost) return refused('LIST_TOO_MANY_ROWS')

  const reading = { ...setting, ...table, layout, columnIsRounded: columnIsRounded(idNumbers(rows, layout)) }
  const people: Listed[] = []
  const bad: ImportPlan['bad'] = []
  for (const [index, row] of rows.entries()) {
    const read = readRow(row, reading)
    if (read && 'client' in read) people.push(listed(row.number, read.client))
    else if (read) bad.push({ row: row.number, faults: read.faults })
    yield (index + 1) / rows.length / 2
  }
  if (people.length + bad.length === 0) return refused('LIST_NOBODY')

  const amongRegistered = duplicateFinder(setting.entries)
  const amongListed = duplicateFinder(people.map(({ entry }) => entry))
  const plan: ImportPlan = { toAdd: [], alike: [], bad }
  for (const [index, { row, client, entry }] of people.entries()) {
    const registered = amongRegistered(entry).filter(isTelling)
    const alike = amongListed(entry).filter(isTelling)
    const sameAs = alike.map(({ id }) => Number(id)).filter((other) => other < row)
    const asksForGuardian =
      client.guardian === undefined && needsGuardian(client.birthDate, setting.today) === true
    const planned = { row, client, registered, sameAs: sameAs.sort((a, b) => a - b), asksForGuardian }
    plan[registered.length + sameAs.length === 0 ? 'toAdd' : 'alike'].push(planned)
    yield 0.5 + (index + 1) / people.length / 2
  }
  return done(plan)
}

interface Listed {
  row: number
  client: ListedClient
  entry: ClientEntry
}

const listed = (row: number, client: ListedClient): Listed => ({
  row,
  client,
  entry: clientEntry({
    id: String(row),
    value: { ...client, fileNumber: '', registeredAt: '', registeredBy: '' },
  }),
})

const idNumbers = (rows: readonly ListRow[], { columns }: ListLayout<ListField>): (Cell | null)[] => {
  const column = columns.indexOf('idNumber')
  return rows.map(({ cells }) => {
    const cell = cells[column] ?? null
    return cell?.kind === 'merged' ? cell.cell : cell
  })
}

/** Among many people some share a birth date, or sound alike, without being one. */
const isTelling = ({ because }: PossibleDuplicate): boolean =>
  because.length > 1 || (because[0] !== 'birthDate' && because[0] !== 'pinyin')
