import type { IArgon2Options } from 'hash-wasm'

/** What a passphrase is stretched with, to bytes. */
export type Derivation = IArgon2Options & { outputType: 'binary' }

/** Where the windows of a test ask its page for derivations, each by a number of its own. */
export const derivations = 'anxin-test-derivations'
export type Asked = { ask: string; options: Derivation }
export type Answered = { answer: string; hash: Uint8Array }
