import type { RecordKind } from '../casework/record.ts'
import type { StaffMember } from '../casework/staff.ts'
import type { HeaderRow } from './database.ts'
import { VaultError } from './errors.ts'
import { asStaffMember } from './roster.ts'
import { existingDatabase } from './unlock.ts'

/** What the lock screen shows. Nothing here has been verified: that takes a passphrase. */
export interface VaultDescription {
  vaultId: string
  kind: HeaderRow['kind']
  unitName: string
  language: HeaderRow['language']
  staff: StaffMember[]
}

/** Null when there is no vault of this name; throws NEWER_VAULT. */
export const describeVault = async (
  name: string,
  kinds: readonly RecordKind<unknown>[],
): Promise<VaultDescription | null> => {
  try {
    const database = await existingDatabase(name, kinds)
    try {
      const { vaultId, kind, unitName, language } = await database.header()
      const staff = (await database.staff.toArray()).map(asStaffMember)
      return { vaultId, kind, unitName, language, staff }
    } finally {
      database.close()
    }
  } catch (problem) {
    if (problem instanceof VaultError && problem.code === 'NO_VAULT') return null
    throw problem
  }
}
