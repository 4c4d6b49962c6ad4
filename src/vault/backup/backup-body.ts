import { bech32 } from '@scure/base'
import { Decrypter, Encrypter } from 'age-encryption'
import type { Bytes } from '../primitives/bytes.ts'

/** The age recipient of an X25519 public key. */
const recipientOf = (publicKey: Bytes): string => bech32.encodeFromBytes('age', publicKey)

/** Pieces as a stream that asks for the next when there is room for it. */
const streamOf = (pieces: AsyncIterator<Bytes>): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(controller) {
        const next = await pieces.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await pieces.return?.()
      },
    },
    { highWaterMark: 1 },
  )

/** The pieces of a stream; it is given up when no more are asked for. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Bytes> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield new Uint8Array(value)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** One age file to everyone who holds the private half of one of these X25519 keys. */
export async function* sealedBody(
  content: AsyncIterator<Bytes>,
  publicKeys: readonly Bytes[],
): AsyncGenerator<Bytes> {
  const encrypter = new Encrypter()
  for (const publicKey of publicKeys) encrypter.addRecipient(recipientOf(publicKey))
  yield* piecesOf(await encrypter.encrypt(streamOf(content)))
}

/** What an age file says. Throws as soon as a part of it is not what was sealed. */
export async function* openedBody(body: AsyncIterator<Bytes>, privateKey: CryptoKey): AsyncGenerator<Bytes> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(privateKey)
  yield* piecesOf(await decrypter.decrypt(streamOf(body)))
}
