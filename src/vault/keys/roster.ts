import type { Domain } from '../../casework/records/record.ts'
import type { Role, StaffMember } from '../../casework/staff/staff.ts'
import { VaultError } from '../errors.ts'
import { type Bytes, sameBytes } from '../primitives/bytes.ts'
import { verify } from '../primitives/signature.ts'
import {
  type GenerationRow,
  type HeaderRow,
  type OrderRow,
  recoveryId,
  type VaultDatabase,
} from '../store/database.ts'
import { type Announced, announcedKeys } from './announced.ts'
import {
  acceptedStatement,
  endAfter,
  type Member,
  noOrders,
  type OrdersEnd,
  orderStatement,
} from './order.ts'
import { openedBy } from './role-keys.ts'

/** The staff as the orders have it, what they signed, and the domain keys that follow. */
export interface Roster {
  /** Everybody who works here now. */
  members: ReadonlyMap<string, Member>
  /** And everybody who once did. */
  everyone: ReadonlyMap<string, Member>
  /** Where the next order goes. */
  end: OrdersEnd
  /** The signing key of the recovery sheet in use. */
  root: Bytes
  announced: Announced
  /** Rows that nobody entitled signed, or that belong to nobody. */
  refused: readonly string[]
  /** Also true for what a former member signed. */
  signedByMember(id: string, statement: string, signature: Bytes): Promise<boolean>
  /** True for whoever had this role at some time; as an administrator also for the recovery identity. */
  signedByHolder(role: Role, id: string, statement: string, signature: Bytes): Promise<boolean>
}

export const asStaffMember = ({ id, name, roles }: StaffMember): StaffMember => ({ id, name, roles })

/** Carries out orders one after the other. */
class Orders {
  readonly everyone = new Map<string, Member>()
  /** Who ever had a role. */
  readonly holders = new Map<Role, Set<string>>()
  readonly ordered = new Map<Domain, Map<string, Bytes[]>[]>()
  end = noOrders
  /** Signing keys of the recovery sheets, the one in use first. */
  readonly roots: [Bytes, ...Bytes[]]
  readonly #vaultId: string

  constructor(vaultId: string, root: Bytes) {
    this.#vaultId = vaultId
    this.roots = [root]
  }

  /** False, and nothing is done, unless an administrator of this moment signed the order as the next one. */
  async carryOut(order: OrderRow): Promise<boolean> {
    const key = this.#keyOf(order.signedBy)
    const statement = orderStatement(this.#vaultId, this.end, order)
    if (!key || !(await verify(key, statement, order.signature))) return false
    const { staffId: id, name, roles, sealKey, signKeys } = order
    if (id === recoveryId) {
      if (!(await this.#succeeds(order, statement))) return false
    } else this.everyone.set(id, { id, name, roles, sealKey, signKeys })
    for (const role of roles) this.holders.set(role, (this.holders.get(role) ?? new Set()).add(id))
    for (const domain of order.renews) this.#generations(domain).push(new Map())
    for (const [domain, generations] of this.ordered) this.#letMake(domain, generations.at(-1))
    this.end = await endAfter(this.end, order)
    return true
  }

  /** Whether the next sheet itself takes over what was ordered before, so that whoever knows it can trust in that. */
  async #succeeds({ signKeys: [signKey], sheet }: OrderRow, statement: string): Promise<boolean> {
    if (!signKey || sheet?.sheet !== this.roots.length + 1) return false
    if (!(await verify(signKey, acceptedStatement(statement), sheet.accepted))) return false
    this.roots.unshift(signKey)
    return true
  }

  /** The generations of a domain after the first, which the header announces. */
  #generations(domain: Domain): Map<string, Bytes[]>[] {
    const known = this.ordered.get(domain) ?? []
    this.ordered.set(domain, known)
    return known
  }

  #letMake(domain: Domain, makers = new Map<string, Bytes[]>()): void {
    for (const { id, roles, signKeys } of this.everyone.values())
      if (openedBy(roles).includes(domain))
        makers.set(id, [...(makers.get(id) ?? []), ...signKeys.slice(0, 1)])
  }

  #keyOf(id: string): Bytes | undefined {
    if (id === recoveryId) return this.roots[0]
    const member = this.everyone.get(id)
    return member?.roles.includes('administrator') ? member.signKeys[0] : undefined
  }
}

/** What the roster is made from, as it is stored. */
export interface RosterRows {
  orders: readonly OrderRow[]
  generations: readonly GenerationRow[]
}

export const readRosterRows = async (database: VaultDatabase): Promise<RosterRows> => ({
  orders: await database.orders.toArray(),
  generations: await database.generations.toArray(),
})

/**
 * Carries out the orders, down to the first that does not follow, and takes the domain keys that were made upon them. `known`:
 * the signing key of the recovery sheet in use, or of an earlier one, that somebody trusts. Throws DAMAGED_VAULT when the
 * orders do not lead through it.
 */
export const rosterOf = async (
  header: HeaderRow,
  known: Bytes,
  { orders: rows, generations }: RosterRows,
): Promise<Roster> => {
  const orders = new Orders(header.vaultId, header.root)
  const waiting = new Map(rows.map((order) => [order.id, order]))
  for (;;) {
    const next = waiting.get(String(orders.end.number))
    if (!next || !(await orders.carryOut(next).catch(() => false))) break
    waiting.delete(next.id)
  }
  const { everyone, holders, ordered, end, roots } = orders
  if (!roots.some((root) => sameBytes(root, known))) throw new VaultError('DAMAGED_VAULT', { at: 'vault' })

  const signedByMember: Roster['signedByMember'] = async (id, statement, signature) => {
    for (const key of everyone.get(id)?.signKeys ?? [])
      if (await verify(key, statement, signature)) return true
    return false
  }
  const signedByHolder: Roster['signedByHolder'] = async (role, id, statement, signature) => {
    if (id === recoveryId) return role === 'administrator' && verify(roots[0], statement, signature)
    return holders.get(role)?.has(id) === true && signedByMember(id, statement, signature)
  }
  const { announced, refused } = await announcedKeys(header, ordered, generations)
  return {
    members: new Map([...everyone].filter(([, { roles }]) => roles.length > 0)),
    everyone,
    end,
    root: roots[0],
    announced,
    refused: [...[...waiting.keys()].map((id) => `orders.${id}`), ...refused],
    signedByMember,
    signedByHolder,
  }
}

export const readRoster = async (database: VaultDatabase, header: HeaderRow, known: Bytes): Promise<Roster> =>
  rosterOf(header, known, await readRosterRows(database))
