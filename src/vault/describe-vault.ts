import type { StaffMember } from '../casework/staff/staff.ts'
import { VaultError } from './errors.ts'
import { asStaffMember } from './keys/roster.ts'
import { type SheetInUse, sheetInUse } from './keys/sheet.ts'
import { withFirstSheet } from './migrations/from-layout-1.ts'
import { type HeaderRow, isCounted } from './store/database.ts'
import { openToRead } from './store/open-database.ts'
import type { VaultPlace } from './store/place.ts'

/** What the lock screen shows. Nothing here has been verified: that takes a passphrase. */
export interface VaultDescription {
  vaultId: string
  kind: HeaderRow['kind']
  unitName: string
  language: HeaderRow['language']
  staff: StaffMember[]
  recoverySheet: SheetInUse
}

const areBytes = (...values: unknown[]): boolean => values.every((value) => value instanceof Uint8Array)

/** Whether what stands in the header's place can be one. */
const isHeader = (header: HeaderRow): boolean =>
  typeof header.vaultId === 'string' &&
  Array.isArray(header.domains) &&
  areBytes(header.signature, header.recovery?.sealKey, header.recovery?.signKey) &&
  (!isCounted(header) || areBytes(header.root))

const isStaff = ({ name, roles }: StaffMember): boolean => typeof name === 'string' && Array.isArray(roles)

/** Null when there is no vault here; throws NEWER_VAULT and RECOVERY_NEEDED. Rows that somebody put there are passed over. */
export const describeVault = async (place: VaultPlace): Promise<VaultDescription | null> => {
  try {
    const database = await openToRead(place)
    try {
      const header = await database.header()
      if (!isHeader(header)) throw new VaultError('RECOVERY_NEEDED', { at: 'DAMAGED' })
      const { vaultId, kind, unitName, language } = header
      const staff = (await database.staff.toArray())
        .filter((row) => isStaff(row) && row.roles.length > 0)
        .map(asStaffMember)
      const recoverySheet = await sheetInUse(isCounted(header) ? header : withFirstSheet(header))
      return { vaultId, kind, unitName, language, staff, recoverySheet }
    } finally {
      database.close()
    }
  } catch (problem) {
    if (problem instanceof VaultError && problem.code === 'NO_VAULT') return null
    throw problem
  }
}
