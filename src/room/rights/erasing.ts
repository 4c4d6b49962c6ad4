import { clientKind } from '../../casework/clients/client.ts'
import { type RightsRequest, rightsRequestKind } from '../../casework/privacy/rights-request.ts'
import type { Stored } from '../../casework/records/record.ts'
import { keepFacts } from '../facts/keep-facts.ts'
import { recordKinds } from '../record-kinds.ts'
import type { Session } from '../session.ts'

/**
 * Erases a client, with every file that is read together with theirs. The register of requests keeps what was asked and
 * answered, without whom it was about.
 */
export const eraseFile = async (
  session: Session,
  clientId: string,
  /** A request that is answered by it, as it stands afterwards. */
  answered: Pick<Stored<RightsRequest>, 'id' | 'value'> | null = null,
): Promise<{ records: number }> => {
  const { vault, ofClient, merged, commit } = session
  const files = await merged()
  const under = files.readUnder(clientId)
  const { records: requests } = await ofClient(rightsRequestKind, under)
  const known = new Set(await vault.ids(clientKind))
  // The file they are read under goes last: what says that they belong together goes with it. Others may be gone from an earlier try.
  const together = files.readTogether(under).toReversed()
  let records = 0
  for (const id of together)
    if (id === under || known.has(id))
      records += (await vault.eraseClient(id, id === under ? null : under, keepFacts(session, together)))
        .records
  session.forget(recordKinds.map(({ table }) => table))
  if (requests.length > 0)
    await commit(
      requests.map(({ id, revision, value }) => ({
        kind: rightsRequestKind,
        id,
        expectedRevision: revision,
        value: { ...(id === answered?.id ? answered.value : value), clientId: null },
      })),
    )
  return { records }
}
