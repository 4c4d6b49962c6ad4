import type { BackupState } from '../../room/contract/backup.ts'
import type { Health, UnreadableRecords } from '../../room/contract/health.ts'

/** Something about the records that somebody has to see to; the key of its sentence, and the number in it. */
export interface ToDo {
  key: 'misfit' | 'copyBehind' | 'copyDamaged' | 'backup' | 'space' | 'unreadable'
  count: number
}

const warnBelow = 2 * 1024 ** 3

/** What there is to do, the most pressing first. */
export function toDo(
  health: Health,
  unreadable: readonly UnreadableRecords[],
  /** Null where none are made, as of a demonstration. */
  backup: BackupState | null,
): ToDo[] {
  const { counted, copy, saves, space } = health
  const broken = unreadable.reduce((sum, { count }) => sum + count, 0)
  const found: ToDo[] = [
    { key: 'misfit', count: counted?.misfits.length ?? 0 },
    { key: 'copyBehind', count: Math.max(0, saves - copy.saves) },
    { key: 'copyDamaged', count: copy.damaged },
    { key: 'unreadable', count: broken },
    { key: 'backup', count: backup === null || backup === 'good' ? 0 : 1 },
    { key: 'space', count: space.left !== null && space.left < warnBelow ? 1 : 0 },
  ]
  return found.filter(({ count }) => count > 0)
}
