import type { AuditHead } from '../casework/records/audit-head.ts'
import { sha256Hex } from './sha256.ts'

/** What a package says of the room's trail: it tells nothing, and fits no other head when that is shown one day. */
export const auditHeadDigest = ({ size, root, at, signedBy, signature }: AuditHead): Promise<string> =>
  sha256Hex(JSON.stringify(['anxin/audit-head-digest/1', size, root, at, signedBy, signature]))
