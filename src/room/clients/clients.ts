import { birthDateFlaw } from '../../casework/clients/birth-date-flaw.ts'
import { type Client, clientKind, clientSchema } from '../../casework/clients/client.ts'
import { possibleDuplicates } from '../../casework/clients/duplicates.ts'
import { nextFileNumber } from '../../casework/clients/file-number.ts'
import { findClients } from '../../casework/clients/find-clients.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ClientDraft, ClientsApi } from '../contract/clients.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import type { CaseShelf } from './case-summaries.ts'
import { readCaseload } from './caseload.ts'
import { clientEntries } from './client-entries.ts'
import { clientFile } from './client-file.ts'
import { duplicatesOnShow } from './duplicates-on-show.ts'

const everyLine = { from: 0, atMost: Number.POSITIVE_INFINITY }

const clientsById = onceFor(
  (clients: CaseShelf['clients']) => new Map(clients.map((client) => [client.id, client])),
)

/** The caseload: registering and finding. */
export const clientsApi = (session: () => Session): ClientsApi => ({
  async listClients(query, { from, atMost } = everyLine) {
    const { clients, mostUrgentFirst, summaryOf, unreadable } = await readCaseload(session())
    if (query.trim() === '')
      return {
        clients: mostUrgentFirst().slice(from, from + atMost),
        total: clients.length,
        unreadable,
      }
    const found = [...new Set(findClients(clientEntries(clients), query))]
    const byId = clientsById(clients)
    const shown = found.slice(from, from + atMost).flatMap((id) => byId.get(id) ?? [])
    return { clients: shown.map(summaryOf), total: found.length, unreadable }
  },
  async findDuplicates(draft) {
    const { vault, cases } = session()
    if (draft.phone !== null && draft.phone.trim() !== '')
      void vault.trail.note({ action: 'read', kind: clientKind, detail: 'numberLookUp' })
    return duplicatesOnShow(possibleDuplicates(draft, clientEntries((await cases()).clients)))
  },
  ...commands({
    async registerClient(draft: ClientDraft): Promise<Outcome<{ id: string }>> {
      const { vault, me, cases, commit } = session()
      const { fileNumbers } = await cases()
      const client: Client = {
        ...draft,
        fileNumber: nextFileNumber(fileNumbers, Number(today().slice(0, 4))),
        registeredAt: now(),
        registeredBy: me.id,
      }
      const checked = clientSchema.safeParse(client)
      if (!checked.success)
        return refused('CLIENT_INVALID', { at: checked.error.issues[0]?.path.join('.') ?? '' })
      const flaw = birthDateFlaw(checked.data.birthDate, today())
      if (flaw !== null) return refused(flaw, { at: 'birthDate' })
      const id = vault.drawId()
      await commit([{ kind: clientKind, id, expectedRevision: 0, value: checked.data }])
      return done({ id })
    },
    async openClient(id: string) {
      const file = await clientFile(session(), id)
      void session().vault.trail.note({ action: 'read', kind: clientKind, about: id })
      return done(file)
    },
  }),
})
