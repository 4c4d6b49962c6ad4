/** Who makes something out to somebody: an administrator, or the recovery identity. */
export interface Signer {
  id: string
  privateKey: CryptoKey
}
