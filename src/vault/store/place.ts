import type { RecordKind } from '../../casework/records/record.ts'
import type { DurableFolder } from '../../journal/durable-folder.ts'

/** Where a vault lives: its database, under `name` or a successor of it, and the folder of its second copy. */
export interface VaultPlace {
  name: string
  kinds: readonly RecordKind<unknown>[]
  folder: DurableFolder
}
