import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import type { HandOverLists } from '../../casework/shifts/compose-hand-over.ts'
import type { CrisisFiles } from '../contract/shifts.ts'
import type { Session } from '../session.ts'

/** Which files the crises on a sheet are about; nothing for who may not open files. */
export async function crisisFiles(
  { list, cases, vault }: Session,
  { crises, followUps }: Pick<HandOverLists, 'crises' | 'followUps'>,
): Promise<CrisisFiles> {
  if (!vault.opens('identity')) return {}
  const named = new Set(
    [...crises, ...followUps].flatMap(({ of, record }) => (of === 'crisis' ? [record] : [])),
  )
  if (named.size === 0) return {}
  const { records } = await list(crisisEpisodeKind)
  const { clients } = await cases()
  const numbers = new Map(clients.map(({ id, entry }) => [id, entry.client.fileNumber]))
  return Object.fromEntries(
    records.flatMap(({ id, value: { clientId } }) => {
      const fileNumber = numbers.get(clientId)
      return named.has(id) && fileNumber !== undefined ? [[id, { clientId, fileNumber }]] : []
    }),
  )
}
