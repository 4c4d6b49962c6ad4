import type { Stored } from '../../casework/records/record.ts'
import type { RefusedFile as KeptFile } from '../../county/packages/batch/keeping.ts'
import { quarantineRoom } from '../../county/packages/quarantine/quarantine.ts'
import { fileText, keptFile } from '../../exchange/kept-package.ts'
import { type RefusedFile, refusedBytesKind, refusedFileKind } from '../../exchange/refused-file.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import type { Session } from '../session.ts'

type Entry = Stored<RefusedFile>

/** What a county desk refused, in its vault: entry and file, all of one saving or none. */
export class DeskQuarantine {
  readonly #session: Session
  readonly #most: typeof quarantineRoom

  constructor(session: Session, most = quarantineRoom) {
    this.#session = session
    this.#most = most
  }

  /** Everything that was ever refused, the newest first, and how many entries cannot be read. */
  async entries(): Promise<{ records: Entry[]; unreadable: number }> {
    const { records, unreadable } = await this.#session.list(refusedFileKind)
    return {
      records: records.toSorted((a, b) => b.value.refusedAt.localeCompare(a.value.refusedAt)),
      unreadable,
    }
  }

  /** Keeps a file. The same one refused again for the same reason stays as it was kept. */
  async keep({ name, fileSha256, bytes, code, unit, period, seq }: KeptFile): Promise<void> {
    const { vault, me, commit, list } = this.#session
    const { records } = await list(refusedFileKind)
    const earlier = records.find(({ value }) => value.sha256 === fileSha256)
    const isHere = earlier !== undefined && earlier.value.out?.how !== 'taken'
    if (isHere && earlier.value.code === code && (earlier.value.file || bytes === null)) return
    const file: Change | null = bytes && {
      kind: refusedBytesKind,
      id: vault.drawId(),
      expectedRevision: 0,
      value: { file: fileText(bytes) },
    }
    const value: RefusedFile = {
      name,
      code,
      refusedAt: isHere ? earlier.value.refusedAt : now(),
      refusedBy: me.id,
      sha256: fileSha256,
      unit,
      period,
      seq,
      size: bytes?.length ?? 0,
      file: earlier?.value.file ?? file?.id ?? null,
    }
    const replaced = earlier ?? this.#entryToReplace(records)
    const entry: Change = {
      kind: refusedFileKind,
      id: replaced?.id ?? vault.drawId(),
      expectedRevision: replaced?.revision ?? 0,
      value,
    }
    const stays = records.filter(({ id }) => id !== entry.id)
    const isNewFile = file !== null && value.file === file.id
    const orphan = replaced !== undefined && replaced !== earlier ? await this.#emptied(replaced) : []
    await commit([
      ...(isNewFile ? [file] : []),
      ...orphan,
      entry,
      ...(await this.#letGoOfOldest(stays, value.file ? (value.size ?? 0) : 0)),
    ])
  }

  /** Notes that these came out: taken in after all, or put away. Unknown ids are passed over. */
  async end(ids: ReadonlySet<string>, how: 'taken' | 'putAway', note: string): Promise<number> {
    const { me, commit, list } = this.#session
    const open = (await list(refusedFileKind)).records.filter(
      ({ id, value }) => ids.has(id) && value.out === undefined,
    )
    const out = { how, note, at: now(), by: me.id }
    const emptied = await Promise.all(how === 'taken' ? open.map((entry) => this.#emptied(entry)) : [])
    await commit([
      ...open.map(({ id, revision, value }) => ({
        kind: refusedFileKind,
        id,
        expectedRevision: revision,
        value: { ...value, out, ...(how === 'taken' ? { file: null } : {}) },
      })),
      ...emptied.flat(),
    ])
    return open.length
  }

  /** The file as it came; null when it is not kept. */
  async bytes({ value: { file } }: Entry): Promise<Uint8Array | null> {
    if (!file) return null
    const kept = (await this.#session.get(refusedBytesKind, file)).value.file
    return kept === null ? null : keptFile({ file: kept })
  }

  /** When there are too many: the oldest that no unit of ours is named in. */
  #entryToReplace(records: readonly Entry[]): Entry | undefined {
    if (records.length < this.#most.entries) return undefined
    return records.filter(({ value }) => !value.unit).reduce<Entry | undefined>(older, undefined)
  }

  async #letGoOfOldest(records: readonly Entry[], more: number): Promise<Change[]> {
    const held = records.filter(({ value }) => value.file)
    let bytes = held.reduce((sum, { value }) => sum + (value.size ?? 0), more)
    const changes: Change[] = []
    const inTurn = held.toSorted(
      (a, b) =>
        Number(Boolean(a.value.unit)) - Number(Boolean(b.value.unit)) ||
        a.value.refusedAt.localeCompare(b.value.refusedAt),
    )
    for (const entry of inTurn) {
      if (bytes <= this.#most.bytes) break
      bytes -= entry.value.size ?? 0
      const { id, revision, value } = entry
      changes.push(
        { kind: refusedFileKind, id, expectedRevision: revision, value: { ...value, file: null } },
        ...(await this.#emptied(entry)),
      )
    }
    return changes
  }

  async #emptied({ value: { file } }: Entry): Promise<Change[]> {
    if (!file) return []
    const { revision } = await this.#session.get(refusedBytesKind, file)
    return [{ kind: refusedBytesKind, id: file, expectedRevision: revision, value: { file: null } }]
  }
}

const older = (oldest: Entry | undefined, entry: Entry): Entry =>
  oldest === undefined || entry.value.refusedAt < oldest.value.refusedAt ? entry : oldest
