import type { Domain } from '../../casework/records/record.ts'
import type { Bytes } from '../primitives/bytes.ts'
import { sign } from '../primitives/signature.ts'
import type { Session } from '../session.ts'
import { type GenerationRow, type GrantRow, type HeaderRow, recoveryId } from '../store/database.ts'
import type { TableWrite } from '../store/row-codec.ts'
import { generationStatement, newestGeneration, outstandingGenerations } from './announced.ts'
import { domainKey, drawNextSecret, type Generation } from './domain-key.ts'
import { grantedSecret, grantId, makeGrant } from './grant.ts'
import { openedBy } from './role-keys.ts'
import type { Roster } from './roster.ts'

/** Somebody who is entitled to a domain's secret. */
interface Recipient {
  staffId: string
  sealKey: Bytes
  /** Of the recovery identity. */
  sheet?: number
}

/** The recovery sheet in use, which is entitled to everything. */
export const onSheet = ({ recovery: { sealKey, sheet } }: HeaderRow): Recipient => ({
  staffId: recoveryId,
  sealKey,
  sheet,
})

/** Everybody entitled to a domain by their roles. */
export const entitledTo = (roster: Pick<Roster, 'members'>, domain: Domain): Recipient[] =>
  [...roster.members.values()]
    .filter(({ roles }) => openedBy(roles).includes(domain))
    .map(({ id, sealKey }) => ({ staffId: id, sealKey }))

/**
 * What this session has to write so that everybody has the secrets the roster entitles them to: domains whose secret is to be
 * renewed get a new one, and whoever lacks a secret that is held here gets it. `without` are grants about to be removed.
 */
export const handOver = async (
  session: Session,
  roster: Roster,
  without: ReadonlySet<string> = new Set(),
): Promise<TableWrite[]> => {
  const { database, header, staff, keys, domainKeys } = session
  const existing = new Map((await database.grants.toArray()).map((grant) => [grant.id, grant]))
  const writes: TableWrite[] = []

  const give = async (of: Generation, secret: Bytes, recipients: readonly Recipient[]): Promise<void> => {
    for (const recipient of recipients) {
      const grant = await makeGrant(header.vaultId, { ...of, ...recipient }, secret)
      const row: GrantRow = { ...grant, revision: (existing.get(grant.id)?.revision ?? 0) + 1 }
      writes.push({ table: 'grants', row })
    }
  }

  const renew = async (of: Generation, secret: Bytes, generation: number): Promise<void> => {
    const { domain } = of
    const next = await drawNextSecret(of, secret)
    const { sealing } = await domainKey(domain, generation, next)
    const made = { domain, generation, publicKey: sealing.publicKey }
    const signature = await sign(keys.signing.privateKey, generationStatement(header.vaultId, made, staff.id))
    const id = `${domain}.${generation}`
    const replaced = await database.generations.get(id)
    const revision = (replaced?.revision ?? 0) + 1
    const row: GenerationRow = { ...made, id, revision, madeBy: staff.id, signature }
    writes.push({ table: 'generations', row })
    await give({ domain, generation }, next, [...entitledTo(roster, domain), onSheet(header)])
    next.fill(0)
  }

  const outstanding = outstandingGenerations(roster.announced)
  for (const own of existing.values()) {
    const { domain, generation } = own
    const held = domainKeys.get(domain)?.some((key) => key.generation === generation)
    if (own.staffId !== staff.id || !held) continue
    const secret = await grantedSecret(header.vaultId, own, own.sealed, keys.sealing)
    const lacks = ({ staffId, sheet }: Recipient) => {
      const grant = existing.get(grantId({ staffId, domain, generation }))
      return !grant || grant.sheet !== sheet || without.has(grant.id)
    }
    const recipients = [...entitledTo(roster, domain), onSheet(header)]
    await give({ domain, generation }, secret, recipients.filter(lacks))
    const ordered = outstanding.get(domain)
    if (ordered !== undefined && generation === newestGeneration(roster.announced, domain))
      await renew({ domain, generation }, secret, ordered)
    secret.fill(0)
  }
  return writes
}
