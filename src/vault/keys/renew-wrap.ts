import { VaultError } from '../errors.ts'
import { sameBytes } from '../primitives/bytes.ts'
import { type Session, storeOf } from '../session.ts'
import type { StaffRow } from '../store/database.ts'
import type { UnwrappedStaff, VaultKey } from '../unlock.ts'
import { raisedKdf } from './kdf-calibration.ts'
import { wrapSecret } from './passphrase-wrap.ts'
import { withRoot } from './staff-keys.ts'

/**
 * Wraps the same keys anew where deriving should cost more by now, or where another recovery sheet is to be trusted. What
 * cannot be written now is left as it was, until the next time.
 */
export const renewWrap = async (
  session: Session,
  { row, secret, cost }: UnwrappedStaff,
  { passphrase, kdfFor }: Pick<VaultKey, 'passphrase'> & { kdfFor: VaultKey['kdfFor'] | undefined },
): Promise<void> => {
  const { header, keys } = session
  const renewed = withRoot(secret, keys.root)
  try {
    const kdf = kdfFor ? raisedKdf(row.kdf, kdfFor(cost)) : null
    if (!kdf && sameBytes(renewed, secret)) return
    const owner = { vaultId: header.vaultId, staffId: row.id }
    const wrap = await wrapSecret(passphrase, kdf ?? row.kdf, owner, renewed)
    const changed: StaffRow = { ...row, ...wrap, revision: row.revision + 1 }
    await storeOf(session).commit([{ table: 'staff', row: changed }], [], { unchecked: true })
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
  } finally {
    renewed.fill(0)
  }
}
