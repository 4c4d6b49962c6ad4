import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Passes a connection on to a port of this machine, and cuts it where it is told to. */
export const cuttingProxy = async (port: number) => {
  let [pattern, when] = [null as string | null, 'before']
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => undefined).on('close', () => open.delete(socket))
    }
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    let answersAreCut = false
    client.on('data', (data) => {
      const isThere = pattern !== null && data.toString('latin1').includes(pattern)
      if (isThere) pattern = null
      if (isThere && when === 'before') return cut()
      if (isThere) answersAreCut = true
      upstream.write(data)
    })
    upstream.on('data', (data) => (answersAreCut ? cut() : client.write(data)))
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    /** Cuts both ends at the next statement with this text, before the server has it or after the server has done it. */
    cutAt(text: string, at: 'before' | 'after') {
      ;[pattern, when] = [text, at]
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
