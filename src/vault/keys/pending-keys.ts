import { type Domain, domains } from '../../casework/records/record.ts'
import { sameBytes } from '../primitives/bytes.ts'
import type { Session } from '../session.ts'
import { recoveryId } from '../store/database.ts'
import { refreshSession } from '../unlock.ts'
import { newestGeneration, outstandingGenerations } from './announced.ts'
import { grantId } from './grant.ts'
import { entitledTo, handOver } from './hand-over.ts'
import { openedBy } from './role-keys.ts'

/** What has been ordered and not been carried out, because nobody who can has signed in since. */
export interface PendingKeys {
  /** Domains that somebody lost, whose new secret nobody has drawn yet. */
  renewals: Domain[]
  /** Who waits for secrets of their roles. */
  waiting: { staffId: string; domains: Domain[] }[]
  /** Rows that no administrator stands behind, by table and id; nobody gets anything by them. */
  refused: string[]
}

/** What stands out now. */
export const pendingKeys = async ({ database, roster }: Session): Promise<PendingKeys> => {
  const grants = await database.grants.toArray()
  const granted = new Set(grants.map(({ id }) => id))
  const newestOf = (domain: Domain) => newestGeneration(roster.announced, domain)
  const renewals = [...outstandingGenerations(roster.announced).keys()]
  const lacking = domains.flatMap((domain) =>
    entitledTo(roster, domain)
      .filter(({ staffId }) => !granted.has(grantId({ staffId, domain, generation: newestOf(domain) })))
      .map(({ staffId }) => ({ staffId, domain })),
  )
  const waiting = [...Map.groupBy(lacking, ({ staffId }) => staffId)].map(([staffId, missing]) => ({
    staffId,
    domains: missing.map(({ domain }) => domain),
  }))
  const stray = grants.filter(({ staffId, domain, generation }) => {
    const entitled =
      staffId === recoveryId || openedBy(roster.members.get(staffId)?.roles ?? []).includes(domain)
    const announced = roster.announced.get(domain)?.keys.some((key) => key.generation === generation)
    return !entitled || !announced
  })
  const strangers = (await database.staff.toArray()).filter(({ id, roles, sealKey }) => {
    const member = roster.everyone.get(id)
    if (!member || !Array.isArray(roles) || !(sealKey instanceof Uint8Array)) return true
    return member.roles.join() !== roles.join() || !sameBytes(member.sealKey, sealKey)
  })
  return {
    renewals,
    waiting,
    refused: [
      ...strangers.map(({ id }) => `staff.${id}`),
      ...stray.map(({ id }) => `grants.${id}`),
      ...roster.refused,
    ],
  }
}

/** How many secrets were handed over, and what is still pending. */
export interface SealedGrants extends PendingKeys {
  sealed: number
}

/** Draws and hands over the secrets that others wait for; see `OpenVault.sealPendingGrants`. */
export const sealPendingGrants = async (session: Session): Promise<SealedGrants> => {
  await refreshSession(session)
  const writes = await handOver(session, session.roster)
  if (writes.length > 0) {
    await session.trail.commit(session, async () => ({
      writes,
      notes: [{ action: 'keysHandedOver', count: writes.length }],
    }))
    await refreshSession(session)
  }
  const sealed = writes.filter(({ table }) => table === 'grants').length
  return { sealed, ...(await pendingKeys(session)) }
}
