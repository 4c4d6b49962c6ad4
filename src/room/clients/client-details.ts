import { birthDateFlaw } from '../../casework/clients/birth-date-flaw.ts'
import { type Client, clientKind, clientSchema } from '../../casework/clients/client.ts'
import { calledName } from '../../casework/clients/shown-name.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ClientDetailsApi } from '../contract/client-details.ts'
import { onceFor } from '../once-for.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'

type Change = Parameters<ClientDetailsApi['changeClient']>[0]
type Restricting = Parameters<ClientDetailsApi['restrictClient']>[0]

/** The clients whose names were asked for in a sitting. */
const namedIn = onceFor((_: OpenVault) => new Set<string>())

/** What is known of a client: their name when it is asked for, corrections, and the restriction of their file. */
export const clientDetailsApi = (session: () => Session): ClientDetailsApi => {
  const save = async (value: Client, { id, revision }: { id: string; revision: number }) => {
    const checked = clientSchema.safeParse(value)
    if (!checked.success)
      return refused('CLIENT_INVALID', { at: checked.error.issues[0]?.path.join('.') ?? '' })
    await session().commit([{ kind: clientKind, id, expectedRevision: revision, value: checked.data }])
    return done(null)
  }
  return {
    populationTags: async () => (await roomRules(session())).tags.tags,
    ...commands({
      async showName(clientId: string): Promise<Outcome<{ name: string }>> {
        const { vault, get } = session()
        const { value } = await get(clientKind, clientId)
        const named = namedIn(vault)
        if (!named.has(clientId))
          void vault.trail.note({ action: 'read', kind: clientKind, about: clientId, detail: 'nameShown' })
        named.add(clientId)
        return done({ name: calledName(value) })
      },
      async changeClient({ draft, ...version }: Change): Promise<Outcome<null>> {
        const { value } = await session().get(clientKind, version.id)
        if (value.restricted !== undefined) return refused('FILE_KEPT_ONLY')
        const flaw = birthDateFlaw(draft.birthDate, today())
        if (flaw !== null) return refused(flaw, { at: 'birthDate' })
        const { fileNumber, registeredAt, registeredBy } = value
        return save({ ...draft, fileNumber, registeredAt, registeredBy }, version)
      },
      async restrictClient({ because, ...version }: Restricting): Promise<Outcome<null>> {
        const { me, get } = session()
        const { restricted: _, ...value } = (await get(clientKind, version.id)).value
        return save(
          because === null ? value : { ...value, restricted: { by: me.id, at: now(), because } },
          version,
        )
      },
    }),
  }
}
