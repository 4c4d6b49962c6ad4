import type { ClientEntry } from '../../casework/clients/client-entry.ts'
import { onceFor } from '../once-for.ts'
import type { CaseShelf } from './case-summaries.ts'

/** The clients as they are searched and compared; whose files are read together stands there once for each, under one id. */
export const clientEntries: (clients: CaseShelf['clients']) => readonly ClientEntry[] = onceFor((clients) =>
  clients.some(({ also }) => also !== undefined)
    ? clients.flatMap(({ id, entry, also = [] }) => [entry, ...also.map((other) => ({ ...other, id }))])
    : clients.map(({ entry }) => entry),
)
