import type { Client } from '../../casework/client.ts'
import { type ClientEntry, clientEntry } from '../../casework/client-entry.ts'
import type { Stored } from '../../casework/record.ts'
import { onceFor } from '../once-for.ts'

const entryOf = onceFor(clientEntry)

/** Clients prepared for searching and comparing, each once for as long as the record stays as it is: pinyin takes its time. */
export const clientEntries: (clients: readonly Stored<Client>[]) => readonly ClientEntry[] = onceFor(
  (clients) => clients.map(entryOf),
)
