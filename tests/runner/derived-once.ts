import { argon2id } from 'hash-wasm'
import { vi } from 'vitest'
import { type Asked, type Derivation, derivations } from './derivations.ts'

/**
 * Argon2id works out the same for the same passphrase, salt and cost, and a test signs the same person in many times: each is
 * worked out once a file, by the real function.
 */
vi.mock('hash-wasm', async (importOriginal) => {
  const real = await importOriginal<typeof import('hash-wasm')>()
  const known = new Map<string, Promise<Uint8Array>>()
  const argon2id = async (options: Derivation): Promise<Uint8Array> => {
    const asked = JSON.stringify(options, (_, value) => (value instanceof Uint8Array ? [...value] : value))
    const derived = known.get(asked) ?? real.argon2id(options)
    known.set(asked, derived)
    return (await derived).slice()
  }
  return { ...real, argon2id }
})

// Windows with a worker of their own ask here.
const channel = new BroadcastChannel(derivations)
channel.onmessage = async ({ data }: MessageEvent<Partial<Asked>>) => {
  if (data.ask === undefined || data.options === undefined) return
  channel.postMessage({ answer: data.ask, hash: await argon2id(data.options) })
}
