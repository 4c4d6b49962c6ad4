import { VaultError } from '../errors.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, toHex } from '../primitives/bytes.ts'
import { verify } from '../primitives/signature.ts'
import type { HeaderRow } from '../store/database.ts'

/** What the recovery identity signs: with these public keys, and no others, the vault seals. */
export const headerStatement = ({
  vaultId,
  kind,
  domains,
  root,
  recovery,
}: Pick<HeaderRow, 'vaultId' | 'kind' | 'domains' | 'root' | 'recovery'>): string =>
  binding(
    'anxin/vault/1',
    vaultId,
    kind,
    toHex(root),
    recovery.sheet,
    String(recovery.halves),
    toHex(recovery.sealKey),
    toHex(recovery.signKey),
    ...domains.map(({ domain, generation, publicKey }) => [domain, String(generation), toHex(publicKey)]),
  )

/** Throws DAMAGED_VAULT unless the recovery identity in use, to which the orders lead, signed the header. */
export const checkVaultHeader = async (header: HeaderRow, inUse: Bytes): Promise<void> => {
  if (!(await verify(inUse, headerStatement(header), header.signature)))
    throw new VaultError('DAMAGED_VAULT', { at: 'vault' })
}
