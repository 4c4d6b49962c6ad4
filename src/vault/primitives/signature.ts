import { type Bytes, utf8 } from './bytes.ts'

/** Ed25519 over a statement built with `binding`. */
export const sign = async (privateKey: CryptoKey, statement: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, utf8(statement)))

/** False for a wrong signature and for anything that is no key or no signature. */
export const verify = async (publicKey: Bytes, statement: string, signature: Bytes): Promise<boolean> => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, utf8(statement))
  } catch {
    return false
  }
}
