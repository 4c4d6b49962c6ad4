import type { DurableFolder } from '../../journal/durable-folder.ts'
import { encodeFrame, type Frame } from '../../journal/frame.ts'
import { type HeadSlot, writeHeadSlot } from '../../journal/head-slot.ts'
import { isSnapshot, type Journals, journalName, startsAt } from './read-journals.ts'
import { encodeWrites, type TableWrite } from './row-codec.ts'
import { isWhole, snapshotName, verifySnapshot, writeSnapshot } from './snapshot.ts'

/** Fewest commits between two snapshots. */
const snapshotEvery = 500
/** A snapshot is worth its writing when the journal after the last one has this part of its size, or so many bytes. */
const worthwhilePart = 1 / 20
const worthwhileBytes = 4 * 1024 * 1024
/** Commits between two notes, outside of the journal, of how far it has come. */
const slotEvery = 50

/**
 * The writer's hold on the folder beside the database: every commit goes into the journal before it goes into the
 * database. Throws FolderError; what was not appended is cut off before anything else is.
 */
export class SecondCopy {
  readonly folder: DurableFolder
  #slot: HeadSlot | null
  #journal: { name: string; size: number }
  #sinceSlot = 0
  #sinceSnapshot: { commits: number; bytes: number }
  #snapshotBytes: number

  /** Goes on where the journals end. */
  constructor(folder: DurableFolder, { slot, last, frames, snapshotBytes }: Journals) {
    this.folder = folder
    this.#slot = slot
    this.#journal = last
    this.#snapshotBytes = snapshotBytes
    const copied = slot?.snapshot ? startsAt(slot.snapshot) : 0
    const since = frames.filter(({ seq }) => seq > copied)
    const bytes = since.reduce((sum, { payload }) => sum + payload.length, 0)
    this.#sinceSnapshot = { commits: since.length, bytes }
  }

  get slot(): HeadSlot | null {
    return this.#slot
  }

  get snapshotDue(): boolean {
    const { commits, bytes } = this.#sinceSnapshot
    return (
      commits >= snapshotEvery && bytes >= Math.min(worthwhileBytes, this.#snapshotBytes * worthwhilePart)
    )
  }

  /** Resolves once the commit is on disk. */
  async append(seq: number, writes: readonly TableWrite[]): Promise<void> {
    const frame: Frame = { seq, payload: encodeWrites(writes) }
    const bytes = encodeFrame(frame)
    const { name, size } = this.#journal
    await this.folder.append(name, size, bytes)
    this.#journal.size += bytes.length
    this.#sinceSnapshot.commits += 1
    this.#sinceSnapshot.bytes += bytes.length
    this.#sinceSlot += 1
  }

  get size(): number {
    return this.#journal.size
  }

  /** Takes back what was appended after the journal had `size` bytes, whether or not it was said to have failed. */
  async cutTo(size: number): Promise<void> {
    const { name } = this.#journal
    const file = (await this.folder.list()).find((known) => known.name === name)
    if (file && file.size > size) await this.folder.truncate(name, size)
    this.#journal.size = size
  }

  /** Notes how far the vault has come, when that has not been done for a while. */
  async noteProgress(seq: number): Promise<void> {
    if (!this.#slot || this.#sinceSlot < slotEvery) return
    await this.#note({ ...this.#slot, seq })
  }

  async #note(slot: HeadSlot): Promise<void> {
    await writeHeadSlot(this.folder, slot)
    this.#slot = slot
    this.#sinceSlot = 0
  }

  /** From now on commits go into a journal of their own, which the snapshot that is made now begins. */
  beginJournal(seq: number): void {
    this.#journal = { name: journalName(seq), size: 0 }
    this.#sinceSnapshot = { commits: 0, bytes: 0 }
  }

  /**
   * Writes the rows into a new snapshot, reads it back, and only then relies on it. Commits may go on meanwhile: they stand
   * in the journal that was begun at `begun`, and are done again over the snapshot. `forgetOlder`: no earlier snapshot
   * or journal stays.
   */
  async takeSnapshot(
    {
      vaultId,
      database,
      begun,
      seq,
    }: { vaultId: string; database: string; begun: number; seq: () => number },
    rows: AsyncIterable<TableWrite[]>,
    forgetOlder: boolean,
  ): Promise<void> {
    const name = snapshotName(begun)
    await this.#clearUnfinished()
    // One of this very commit says the same, and may be the only one.
    if (!(await isWhole(this.folder, name))) {
      await this.folder.remove(name)
      const written = await writeSnapshot(this.folder, name, begun, rows)
      await verifySnapshot(this.folder, name, written)
    }
    const slot: HeadSlot = { seq: seq(), vaultId, database, snapshot: name, journal: journalName(begun) }
    const before = this.#slot
    await this.#note(slot)
    if (forgetOlder) await this.#note(slot)
    await this.#forget(forgetOlder || !before ? begun : Math.min(begun, startsAt(before.journal)))
  }

  /**
   * Takes away what is left of snapshots that were broken off: each is as large as the vault. A whole one stays: where the slot
   * that named it was lost, it is the newest there is.
   */
  async #clearUnfinished(): Promise<void> {
    const finished = this.#slot?.snapshot
    if (!finished) return
    for (const file of await this.folder.list())
      if (
        isSnapshot(file) &&
        startsAt(file.name) > startsAt(finished) &&
        !(await isWhole(this.folder, file.name))
      )
        await this.folder.remove(file.name)
  }

  async #forget(before: number): Promise<void> {
    for (const { name, size } of await this.folder.list()) {
      if (name === this.#slot?.snapshot) this.#snapshotBytes = size
      if (/^(journal|snapshot)-/.test(name) && startsAt(name) < before) await this.folder.remove(name)
    }
  }
}
