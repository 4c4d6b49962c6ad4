import { type AuditEntry, auditEntryId, auditEntryKind } from '../../casework/records/audit-entry.ts'
import { type AuditHead, auditHeadKind } from '../../casework/records/audit-head.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, toHex } from '../primitives/bytes.ts'
import { drawId } from '../primitives/random.ts'
import { sign } from '../primitives/signature.ts'
import { sealChanges } from '../sealing/record-sealing.ts'
import { keysOf, publicKeyOf, type Session, storeOf } from '../session.ts'
import { frontierOf } from '../store/head.ts'
import type { LocalWrite } from '../store/local-write.ts'
import type { TableWrite } from '../store/row-codec.ts'
import { noEntryBefore } from './check-trail.ts'
import { ClockWatch } from './clock-watch.ts'
import { headStatement } from './head-statement.ts'
import type { AuditNote } from './notes.ts'
import { objectOf } from './object-of.ts'
import { owedNotes, oweNote } from './owed-notes.ts'
import { sealEntry } from './seal-entry.ts'
import { appendLeaves, leafHash, rootOf, type TreeFrontier } from './tree.ts'

/** Rows to store, and what is to be entered of them. */
interface Deed {
  writes?: readonly TableWrite[]
  notes: readonly AuditNote[]
  local?: readonly LocalWrite[]
}

/** Entries ready to be stored, the tree with them in it, and the hash of the newest. */
interface Draft {
  rows: TableWrite[]
  waited: readonly AuditNote[]
  frontier: TreeFrontier
  newest: string
}

/** Who does the same to the same again within this time has it entered once. */
const sameWithin = 60_000

/** What tells that it is the same; null for what is entered every time. */
const samenessOf = ({ action, kind, about, detail }: AuditNote): string | null =>
  action === 'read' || (action === 'changed' && typeof about === 'string')
    ? binding('same', action, kind?.table ?? '', about ?? '', detail ?? '')
    : null

/**
 * Writes the trail of one sitting: what was done is stored together with what was changed by it, or neither is. One entry
 * follows the other, so that each knows the one before it.
 */
export class AuditTrail {
  #turn: Promise<unknown> = Promise.resolve()
  #clock: ClockWatch | null = null
  #newest: { size: number; leaf: string } | null = null
  /** Was done without changing anything, and waits to be entered with whatever is stored next. */
  #waiting: AuditNote[] = []
  /** When what may be entered once was entered last, by the running time. */
  readonly #entered = new Map<string, number>()

  /**
   * Stores rows with what is to be entered of them, one commit after the other; `deed` is worked out when its turn has come.
   * Throws as `Store.commit` does; nothing was stored then.
   */
  commit(session: Session, deed: () => Promise<Deed>): Promise<void> {
    session.store?.rest.end()
    return this.#inTurn(async () => this.#store(session, await deed()))
  }

  /**
   * Has it entered that something was done, without keeping anybody waiting: writing may have to wait until every row was
   * counted. What cannot be written now is entered with whatever is stored next; where another window writes, by that one.
   * Never rejects.
   */
  async note(session: Session, note: AuditNote): Promise<void> {
    if (!this.#isNew(note)) return
    const dated = { ...note, at: note.at ?? new Date().toISOString() }
    this.#remember([note])
    if (!session.store) {
      const { header, staff, database } = session
      const key = { vaultId: header.vaultId, configKey: publicKeyOf(session, 'config') }
      await this.#inTurn(() => oweNote(database, key, { actor: staff.id, ...dated })).catch(() => undefined)
      return
    }
    this.#waiting.push(dated)
    await this.#inTurn(() => this.#store(session, { notes: [] }, { patient: true })).catch(() => undefined)
  }

  /** Has it entered with whatever is stored next. */
  noteLater(note: AuditNote): void {
    this.#waiting.push({ at: new Date().toISOString(), ...note })
  }

  /** Enters all that could not be entered until now. */
  enterOwed(session: Session): Promise<void> {
    return this.commit(session, () => withOwed(session, []))
  }

  /** Has the person at work sign how far the trail has come, with everything that is still to be entered. */
  signHead(session: Session, notes: readonly AuditNote[] = []): Promise<AuditHead> {
    session.store?.rest.end()
    return this.#inTurn(async () => {
      const { header, staff, keys } = session
      const deed = await withOwed(session, notes)
      const draft = await this.#draft(session, deed.notes)
      const { frontier } = draft
      const root = toHex(await rootOf(frontier))
      const claim = { size: frontier.size, root, at: new Date().toISOString(), signedBy: staff.id }
      const signature = await sign(keys.signing.privateKey, headStatement(header.vaultId, claim))
      const head: AuditHead = { ...claim, signature: toHex(signature) }
      const change = { kind: auditHeadKind, id: drawId(), expectedRevision: 0, value: head }
      await this.#commit(session, { ...deed, writes: await sealChanges(session, [change]) }, draft)
      return head
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.catch(() => undefined).then(work)
    this.#turn = turn
    return turn
  }

  async #store(session: Session, deed: Deed, how: { patient?: boolean } = {}): Promise<void> {
    await this.#commit(session, deed, await this.#draft(session, deed.notes), how)
  }

  async #commit(
    session: Session,
    { writes = [], notes, local = [] }: Deed,
    draft: Draft,
    how: { patient?: boolean } = {},
  ): Promise<void> {
    await storeOf(session).commit([...writes, ...draft.rows], local, how)
    this.#newest = { size: draft.frontier.size, leaf: draft.newest }
    this.#waiting = this.#waiting.filter((note) => !draft.waited.includes(note))
    this.#remember(notes)
  }

  #isNew(note: AuditNote): boolean {
    const sameness = samenessOf(note)
    const last = sameness === null ? undefined : this.#entered.get(sameness)
    return last === undefined || performance.now() - last >= sameWithin
  }

  #remember(notes: readonly AuditNote[]): void {
    const entered = performance.now()
    for (const [sameness, last] of this.#entered)
      if (entered - last >= sameWithin) this.#entered.delete(sameness)
    for (const note of notes) {
      const sameness = samenessOf(note)
      if (sameness !== null && this.#isNew(note)) this.#entered.set(sameness, entered)
    }
  }

  /** Hash of the newest entry there is. */
  async #leafAt(session: Session, size: number): Promise<string> {
    if (size === 0) return noEntryBefore
    if (this.#newest?.size === size) return this.#newest.leaf
    const row = await session.database.records(auditEntryKind).get(auditEntryId(size))
    return row ? toHex(await leafHash(row.envelope)) : noEntryBefore
  }

  async #draft(session: Session, notes: readonly AuditNote[]): Promise<Draft> {
    const { head } = storeOf(session)
    this.#clock ??= new ClockWatch(head.at)
    const jump = this.#clock.look()
    const clock: AuditNote[] = jump ? [{ action: jump.action, count: jump.minutes }] : []
    const { header, staff, keys } = session
    const author = { id: staff.id, privateKey: keys.signing.privateKey }
    const sealer = { vaultId: header.vaultId, publicKey: publicKeyOf(session, 'audit'), author }

    const rows: TableWrite[] = []
    const leaves: Bytes[] = []
    const waited = [...this.#waiting]
    let newest = await this.#leafAt(session, head.audit.size)
    for (const note of [...clock, ...waited, ...notes.filter((fresh) => this.#isNew(fresh))]) {
      const number = head.audit.size + rows.length + 1
      const row = await sealEntry(sealer, number, await entryOf(session, note, newest))
      const leaf = await leafHash(row.envelope)
      rows.push({ table: auditEntryKind.table, row })
      leaves.push(leaf)
      newest = toHex(leaf)
    }
    return { rows, waited, newest, frontier: await appendLeaves(frontierOf(head), leaves) }
  }
}

const entryOf = async (
  session: Session,
  { action, kind, about, count = 1, detail, actor, at }: AuditNote,
  previous: string,
): Promise<AuditEntry> => ({
  at: at ?? new Date().toISOString(),
  counter: Math.round(performance.now()),
  actor: actor === undefined ? session.staff.id : actor,
  action,
  domain: kind?.domain ?? null,
  table: kind?.table ?? null,
  object: typeof about === 'string' ? await objectOf(session, about) : null,
  count,
  detail: detail ?? null,
  previous,
})

/** What is still to be entered, then `notes`; entered, it is owed no more. */
const withOwed = async (session: Session, notes: readonly AuditNote[]): Promise<Deed> => {
  const owed = await owedNotes(session.database, {
    vaultId: session.header.vaultId,
    keys: keysOf(session, 'config'),
  })
  const local = owed.ids.map((remove): LocalWrite => ({ table: 'owed', remove }))
  return { notes: [...owed.notes, ...notes], local }
}
