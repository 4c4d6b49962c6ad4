import type { AuditHead } from '../../casework/records/audit-head.ts'
import { binding } from '../primitives/binding.ts'

/** What the person at work signs. */
export const headStatement = (
  vaultId: string,
  { size, root, at, signedBy }: Omit<AuditHead, 'signature'>,
): string => binding('anxin/audit-head/1', vaultId, signedBy, String(size), root, at)
