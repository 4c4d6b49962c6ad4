import type { StaffMember } from '../casework/staff.ts'
import { binding } from './binding.ts'
import { type Bytes, toHex } from './bytes.ts'
import { recoveryId, type StaffRow, type VaultDatabase } from './database.ts'
import { verify } from './signature.ts'

/** The staff that can be trusted to be staff, and what they signed. */
export interface Roster {
  members: ReadonlyMap<string, StaffRow>
  signedByMember(id: string, statement: string, signature: Bytes): Promise<boolean>
  /** Also true for the recovery identity. */
  signedByAdministrator(id: string, statement: string, signature: Bytes): Promise<boolean>
}

/** What an administrator vouches for. */
export const staffStatement = (
  vaultId: string,
  row: Pick<StaffRow, 'id' | 'name' | 'roles' | 'sealKey' | 'signKeys' | 'signedBy'>,
): string =>
  binding(
    'anxin/staff/1',
    vaultId,
    row.id,
    row.name,
    row.roles,
    toHex(row.sealKey),
    row.signKeys.map(toHex),
    row.signedBy,
  )

export const asStaffMember = ({ id, name, roles }: StaffRow): StaffMember => ({ id, name, roles })

/** Reads the staff and keeps those for whom a chain of administrators vouches up to `root`, the recovery identity. */
export const readRoster = async (database: VaultDatabase, vaultId: string, root: Bytes): Promise<Roster> => {
  const members = new Map<string, StaffRow>()

  const signedByMember: Roster['signedByMember'] = async (id, statement, signature) => {
    for (const key of members.get(id)?.signKeys ?? [])
      if (await verify(key, statement, signature)) return true
    return false
  }
  const signedByAdministrator: Roster['signedByAdministrator'] = async (id, statement, signature) => {
    if (id === recoveryId) return verify(root, statement, signature)
    const trusted = members.get(id)?.roles.includes('administrator') ?? false
    return trusted && signedByMember(id, statement, signature)
  }

  const vouched = async (row: StaffRow): Promise<boolean> => {
    try {
      return await signedByAdministrator(row.signedBy, staffStatement(vaultId, row), row.signature)
    } catch {
      return false // a row without these fields
    }
  }

  let waiting = await database.staff.toArray()
  for (let before = -1; before !== members.size; ) {
    before = members.size
    const rest: StaffRow[] = []
    for (const row of waiting) {
      if (await vouched(row)) members.set(row.id, row)
      else rest.push(row)
    }
    waiting = rest
  }
  return { members, signedByMember, signedByAdministrator }
}
