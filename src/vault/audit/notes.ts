import type { AuditAction, AuditDetail } from '../../casework/records/audit-entry.ts'
import type { RecordKind } from '../../casework/records/record.ts'
import { binding } from '../primitives/binding.ts'
import type { Change } from '../sealing/record-sealing.ts'

/** What is to be entered of something that was done. */
export interface AuditNote {
  action: AuditAction
  /** What sort of record it was about. */
  kind?: Pick<RecordKind<unknown>, 'domain' | 'table'>
  /** Id of the client, else of the record; only what stands for it is entered. */
  about?: string | null
  /** How many records; 1 when left out. */
  count?: number
  detail?: AuditDetail
  /** Whoever did it, when that was not the person at work; null for nobody in particular. */
  actor?: string | null
  /** When it happened, when that was not just now. */
  at?: string
}

const isNew = ({ expectedRevision }: Change): boolean => expectedRevision === 0

/**
 * One note for what is added to a table, one for what is changed in it; about a client when it is all about that one. What
 * is counted of a record goes with the record.
 */
export const notesOf = (changes: readonly Change[]): AuditNote[] => {
  const records = changes.filter(({ kind }) => kind.domain !== 'statistics')
  const groups = new Map<string, { note: AuditNote; subjects: Set<string>; count: number }>()
  for (const change of records.length > 0 ? records : changes) {
    const { kind, id, value } = change
    const action = isNew(change) ? 'added' : 'changed'
    const name = binding(kind.table, action)
    const group = groups.get(name) ?? { note: { action, kind }, subjects: new Set(), count: 0 }
    group.subjects.add(kind.clientOf(value, id) ?? id)
    group.count += 1
    groups.set(name, group)
  }
  return [...groups.values()].map(({ note, subjects, count }) => {
    const [about] = subjects.size === 1 ? subjects : []
    return { ...note, about: about ?? null, count }
  })
}
