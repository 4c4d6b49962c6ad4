import { type DurableFolder, FolderError } from '../../journal/durable-folder.ts'
import { ConflictError, VaultError } from '../errors.ts'
import type { DomainKey } from '../keys/domain-key.ts'
import { PageNotes } from '../pages/page-notes.ts'
import { type Completeness, compareWithHead, isRead, sumOf, sumRead } from './completeness.ts'
import { Connection, isSameHead } from './connection.ts'
import { CountingRest } from './counting-rest.ts'
import { type HeadRow, headId, type VaultDatabase } from './database.ts'
import { everyRow } from './every-row.ts'
import { drawSumKey, type Head, openHead, sealHead } from './head.ts'
import type { LocalRowWrite, LocalWrite } from './local-write.ts'
import { followingHead, headAfter } from './next-head.ts'
import { readJournals } from './read-journals.ts'
import type { TableWrite } from './row-codec.ts'
import { type RowSumKey, rowSumKey } from './row-sum.ts'
import { SecondCopy } from './second-copy.ts'

/** What a commit was about to leave, while it is not certain whether it did. */
interface Unsettled {
  head: Head
  row: HeadRow
  /** Size of the journal before it. */
  journalSize: number
}

/** The commit a store has come to. */
interface Reached {
  copy: SecondCopy
  row: HeadRow
  head: Head
  /** Key of the head's sums. */
  sumKey: RowSumKey
}

/** Hears what becomes of every commit. */
export interface CommitWatch {
  /** On disk; these tables were changed. */
  saved(tables: readonly string[]): void
  notSaved(): void
}

/** Opens heads; the newest key first, which also seals. */
export type HeadKeys = () => readonly [DomainKey, ...DomainKey[]]

/**
 * The stored rows of an open vault and their second copy. All that is written goes through `commit`, one after the
 * other; it waits until every row has been counted once.
 */
export class Store {
  /** Which summary pages there are, and whom commits have touched since. */
  readonly notes: PageNotes
  watch: CommitWatch | null = null
  readonly rest = new CountingRest()
  readonly #connection: Connection
  readonly #vaultId: string
  readonly #keys: HeadKeys
  #at: Reached
  #unsettled: Unsettled | null = null
  #last: Promise<unknown> = Promise.resolve()
  #snapshot: Promise<void> | null = null
  #checked: Promise<Completeness> | null = null

  private constructor(vaultId: string, database: VaultDatabase, keys: HeadKeys, at: Reached) {
    this.#vaultId = vaultId
    this.#connection = new Connection(database)
    this.notes = new PageNotes(vaultId, database, keys)
    this.#keys = keys
    this.#at = at
  }

  /** Over a database that agrees with its second copy (see `settle`). Throws DAMAGED_VAULT when its head does not open. */
  static async open(
    vaultId: string,
    database: VaultDatabase,
    folder: DurableFolder,
    keys: HeadKeys,
  ): Promise<Store> {
    const row = await database.head.get(headId)
    if (!row) throw new VaultError('DAMAGED_VAULT', { at: 'head' })
    const head = await openHead(vaultId, keys(), row)
    const journals = await readJournals(folder)
    const copy = new SecondCopy(folder, journals)
    const sumKey = await rowSumKey(head.sumKey)
    return new Store(vaultId, database, keys, { copy, row, head, sumKey })
  }

  get database(): VaultDatabase {
    return this.#connection.database
  }

  get head(): Head {
    return this.#at.head
  }

  get folder(): DurableFolder {
    return this.#at.copy.folder
  }

  /** Counts every row and compares with the head: once, and then what was found. Reading need not wait for it. */
  check(): Promise<Completeness> {
    if (!this.#checked) {
      const checked = this.rest.over.then(() =>
        compareWithHead(this.database, this.#at.head, this.#at.sumKey),
      )
      this.#checked = checked
      // What could not be counted is counted again when it is next asked for.
      const forget = () => {
        this.#checked = null
      }
      checked.then(({ tables }) => tables.every(isRead) || forget(), forget)
    }
    return this.#checked
  }

  /** Counts every row again, after all commits before. */
  checkAgain(): Promise<Completeness> {
    this.rest.end()
    return this.#inTurn(async () => {
      this.#checked = null
      return this.check()
    })
  }

  /**
   * Writes all rows or none; resolves once they are in the journal and in the database, both on disk. Throws ConflictError,
   * INCOMPLETE while rows are missing, or NOT_SAVED; what was not saved leaves nothing behind. `unchecked` writes even then:
   * what is missing stays missing, and is told of later, by those who could come in through it. `patient`: nobody waits for it,
   * so that counting may go on resting.
   */
  commit(
    writes: readonly TableWrite[],
    local: readonly LocalWrite[] = [],
    { unchecked = false, patient = false } = {},
  ): Promise<void> {
    if (writes.length === 0) return Promise.resolve()
    if (!patient) this.rest.end()
    return this.#inTurn(() => this.#watched(writes, () => this.#commit(writes, local, unchecked)))
  }

  /**
   * Writes a new snapshot, on which recovery can rely without the journals before it. Commits go on meanwhile. With
   * `forgetOlder` no earlier snapshot or journal stays.
   */
  async snapshot({ forgetOlder = false } = {}): Promise<void> {
    while (this.#snapshot) await this.#snapshot.catch(() => undefined)
    this.#snapshot = this.#takeSnapshot(forgetOlder).finally(() => {
      this.#snapshot = null
    })
    await this.#snapshot
  }

  /** Takes the rows there are for all, after a recovery that lacks some. Throws UNREADABLE where one cannot be read. */
  acceptAsIs(): Promise<void> {
    return this.#inTurn(async () => {
      const found = await this.check()
      if (found.complete) return
      const tables = Object.fromEntries(found.tables.map(sumRead))
      await this.#advance(
        { ...followingHead(this.#at.head), tables: { ...this.#at.head.tables, ...tables } },
        [],
        null,
      )
      this.#checked = Promise.resolve({ complete: true, tables: found.tables })
    })
  }

  /** Sums everything up under a new key, after the one that opens the head has changed. */
  rekey(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#settle()
      if (!(await this.check()).complete) throw new VaultError('INCOMPLETE')
      const next = { ...followingHead(this.#at.head), sumKey: drawSumKey() }
      const key = await rowSumKey(next.sumKey)
      const sums = this.database.kept.map(async (table) => [table, await sumOf(this.database, table, key)])
      await this.#advance({ ...next, tables: Object.fromEntries(await Promise.all(sums)) }, [], [])
      this.#at = { ...this.#at, sumKey: key }
    })
  }

  /** Does something between two commits. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(work)
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    await this.#last.catch(() => undefined)
    await this.#snapshot?.catch(() => undefined)
  }

  close(): void {
    this.database.close()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => undefined).then(work)
    this.#last = turn
    return turn
  }

  async #watched(writes: readonly TableWrite[], commit: () => Promise<void>): Promise<void> {
    try {
      await commit()
    } catch (problem) {
      if (problem instanceof VaultError && problem.code === 'NOT_SAVED') this.watch?.notSaved()
      throw problem
    }
    this.watch?.saved([...new Set(writes.map(({ table }) => table))])
  }

  async #commit(
    writes: readonly TableWrite[],
    local: readonly LocalWrite[],
    unchecked: boolean,
  ): Promise<void> {
    await this.#settle()
    if (!unchecked && !(await this.check()).complete) throw new VaultError('INCOMPLETE')
    let before = await this.#connection.before(writes)
    if (!isSameHead(before.head, this.#at.row)) {
      await this.#follow()
      before = await this.#connection.before(writes)
    }
    const head = await headAfter(this.#at.head, this.#at.sumKey, writes, before.rows)
    await this.#advance(head, writes, local)
    if (this.#at.copy.snapshotDue && !this.#snapshot) void this.snapshot().catch(() => undefined)
  }

  /** `local` is null where it is not known which records are others than before. */
  async #advance(
    head: Head,
    writes: readonly TableWrite[],
    local: readonly LocalWrite[] | null,
  ): Promise<void> {
    const touched = local?.flatMap((write) => ('touched' in write ? write.touched : [])) ?? null
    const kept = (local ?? []).filter((write): write is LocalRowWrite => !('touched' in write))
    const beside = [...kept, await this.notes.after(head.seq, touched)]
    const headRow = await sealHead(this.#vaultId, this.#keys()[0], head)
    const all: TableWrite[] = [...writes, { table: 'head', row: headRow }]
    this.#unsettled = { head, row: headRow, journalSize: this.#at.copy.size }
    try {
      await this.#at.copy.append(head.seq, all)
      await this.#connection.write(all, headRow, beside)
    } catch (cause) {
      if (cause instanceof FolderError && cause.code === 'FILE_CHANGED') {
        this.#unsettled = null
        throw new ConflictError([headId])
      }
      if (await this.#wasWritten().catch(() => false)) return
      throw new VaultError('NOT_SAVED', { cause })
    }
    this.#unsettled = null
    this.#at = { ...this.#at, row: headRow, head }
    await this.#at.copy.noteProgress(head.seq).catch(() => undefined)
  }

  /** Finds out what became of a commit that failed: true when it was written after all, else nothing of it stays. */
  async #wasWritten(): Promise<boolean> {
    if (!this.#unsettled) return false
    const { head, row, journalSize } = this.#unsettled
    await this.#connection.renew()
    const written = await this.#connection.stands(row)
    if (written) {
      this.#at = { ...this.#at, row, head }
    } else await this.#at.copy.cutTo(journalSize)
    this.#unsettled = null
    return written
  }

  /** Goes on from where another writer has brought the vault since. */
  async #follow(): Promise<void> {
    const { folder } = this.#at.copy
    this.#at = (await Store.open(this.#vaultId, this.database, folder, this.#keys)).#at
  }

  async #settle(): Promise<void> {
    try {
      await this.#wasWritten()
    } catch (cause) {
      throw new VaultError('NOT_SAVED', { cause })
    }
  }

  async #takeSnapshot(forgetOlder: boolean): Promise<void> {
    const begun = await this.#inTurn(async () => {
      await this.#settle()
      if (!(await this.check()).complete) throw new VaultError('INCOMPLETE')
      this.#at.copy.beginJournal(this.#at.head.seq)
      return this.#at.head.seq
    })
    const where = {
      vaultId: this.#vaultId,
      database: this.database.name,
      begun,
      seq: () => this.#at.head.seq,
    }
    await this.#at.copy.takeSnapshot(where, everyRow(this.database), forgetOlder)
  }
}
