import { checkMerge, checkUndo } from '../../casework/clients/check-merge.ts'
import { type ClientMerge, clientMergeKind } from '../../casework/clients/client-merge.ts'
import { possibleDuplicates } from '../../casework/clients/duplicates.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { addDays } from '../../tiering/calendar.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { FileMergesApi } from '../contract/file-merges.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { clientEntries } from './client-entries.ts'
import { duplicatesOnShow } from './duplicates-on-show.ts'

/** For how long a merge can be taken back with a click. */
const undoDays = 30

/** Two files of one person: who may be one, reading them together, and taking that back. */
export const fileMergesApi = (session: () => Session): FileMergesApi => ({
  async fileMerges(clientId) {
    const { list, cases, merged } = session()
    const [{ records }, { clients, entryOf }, files] = [
      await list(clientMergeKind),
      await cases(),
      await merged(),
    ]
    const numberOf = (id: string) => entryOf(id)?.client.fileNumber ?? null
    const under = files.readUnder(clientId)
    const entry = entryOf(clientId)
    const day = today()
    const found =
      entry === null || entry.client.restricted !== undefined || under !== clientId
        ? []
        : possibleDuplicates(entry.client, clientEntries(clients)).filter(({ id }) => id !== clientId)
    return {
      merges: records
        .filter(({ value }) => value.from === clientId || value.into === clientId)
        .sort((a, b) => b.value.mergedAt.localeCompare(a.value.mergedAt))
        .map((merge) => ({
          merge,
          from: numberOf(merge.value.from),
          into: numberOf(merge.value.into),
          canUndo: checkUndo(merge.value, day).ok,
        })),
      readUnder: under === clientId ? null : { id: under, fileNumber: numberOf(under) },
      candidates: duplicatesOnShow(found),
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async mergeFiles(input: Pick<ClientMerge, 'from' | 'into' | 'because'>): Promise<Outcome<null>> {
      const { vault, me, list, cases, commit } = session()
      if (!vault.opens(clientMergeKind.domain)) return refused('NO_KEY')
      if (input.because.trim().length < 2) return refused('REASON_NEEDED')
      const [{ records }, { entryOf }] = [await list(clientMergeKind), await cases()]
      const checked = checkMerge(
        input,
        (id) => entryOf(id)?.client ?? null,
        records.map(({ value }) => value),
      )
      if (!checked.ok) return checked
      const merge: ClientMerge = {
        ...input,
        mergedBy: me.id,
        mergedAt: now(),
        undoUntil: addDays(today(), undoDays),
        undone: null,
      }
      await commit([{ kind: clientMergeKind, id: vault.drawId(), expectedRevision: 0, value: merge }])
      return done(null)
    },
    async undoMerge({ id, revision }: { id: string; revision: number }): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const { value } = await get(clientMergeKind, id)
      const checked = checkUndo(value, today())
      if (!checked.ok) return checked
      await commit([
        {
          kind: clientMergeKind,
          id,
          expectedRevision: revision,
          value: { ...value, undone: { by: me.id, at: now() } },
        },
      ])
      return done(null)
    },
  }),
})
