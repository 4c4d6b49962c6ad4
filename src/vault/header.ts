import { binding } from './binding.ts'
import { type Bytes, toHex } from './bytes.ts'
import type { HeaderRow } from './database.ts'
import { VaultError } from './errors.ts'
import { verify } from './signature.ts'

/** What the recovery identity signs: with these public keys, and no others, the vault seals. */
export const headerStatement = ({
  vaultId,
  kind,
  domains,
  recovery,
}: Pick<HeaderRow, 'vaultId' | 'kind' | 'domains' | 'recovery'>): string =>
  binding(
    'anxin/vault/1',
    vaultId,
    kind,
    toHex(recovery.sealKey),
    toHex(recovery.signKey),
    ...domains.map(({ domain, generation, publicKey }) => [domain, String(generation), toHex(publicKey)]),
  )

/** Throws DAMAGED_VAULT unless the recovery identity that this person trusts signed the header. */
export const checkVaultHeader = async (header: HeaderRow, root: Bytes): Promise<void> => {
  if (!(await verify(root, headerStatement(header), header.signature)))
    throw new VaultError('DAMAGED_VAULT', { at: 'vault' })
}
