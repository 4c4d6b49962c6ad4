import { type Bytes, joined, toHex } from '../primitives/bytes.ts'

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** SHA-256 over parts in their order, each added to what the ones before gave. */
export class ChainedDigest {
  #digest: Bytes = new Uint8Array(32)

  async add(part: Bytes): Promise<void> {
    this.#digest = await sha256(joined(this.#digest, await sha256(part)))
  }

  get hex(): string {
    return toHex(this.#digest)
  }
}
