import type { CDPSession, Page } from '@playwright/test'

/** What a heap holds, as far as these tests ask. */
export interface Heap {
  /** Where it was taken. */
  of: 'page' | 'worker'
  /** Every text in it, one after the other. */
  texts: string
  /** How many keys the program could still use. */
  keys: number
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } }
  nodes: number[]
  strings: string[]
}

const read = (of: Heap['of'], written: string): Heap => {
  const { snapshot, nodes, strings }: Snapshot = JSON.parse(written)
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name] = [fields.indexOf('type'), fields.indexOf('name')]
  let keys = 0
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type] ?? -1]
    if (kind === 'native' && strings[nodes[at + name] ?? -1] === 'CryptoKey') keys += 1
  }
  return { of, texts: strings.join('\n'), keys }
}

type Send = (method: string) => Promise<void>

const snapshotBy = async (
  of: Heap['of'],
  listen: (chunk: (part: string) => void) => () => void,
  send: Send,
) => {
  let written = ''
  const stop = listen((part) => {
    written += part
  })
  await send('HeapProfiler.collectGarbage')
  await send('HeapProfiler.takeHeapSnapshot')
  stop()
  return read(of, written)
}

const ofPage = (cdp: CDPSession): Promise<Heap> =>
  snapshotBy(
    'page',
    (chunk) => {
      const heard = ({ chunk: part }: { chunk: string }) => chunk(part)
      cdp.on('HeapProfiler.addHeapSnapshotChunk', heard)
      return () => cdp.off('HeapProfiler.addHeapSnapshotChunk', heard)
    },
    async (method) => {
      await cdp.send(method as 'HeapProfiler.takeHeapSnapshot')
    },
  )

/** A worker speaks through the page it belongs to, in messages written out. */
const ofWorker = async (cdp: CDPSession, sessionId: string): Promise<Heap> => {
  const answers = new Map<number, () => void>()
  const listeners = new Set<(part: string) => void>()
  const heard = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return
    const message = JSON.parse(event.message)
    if (message.method === 'HeapProfiler.addHeapSnapshotChunk')
      for (const listener of listeners) listener(message.params.chunk)
    answers.get(message.id)?.()
  }
  cdp.on('Target.receivedMessageFromTarget', heard)
  let last = 0
  const heap = await snapshotBy(
    'worker',
    (chunk) => {
      listeners.add(chunk)
      return () => void listeners.delete(chunk)
    },
    async (method) => {
      last += 1
      const id = last
      const answered = new Promise<void>((resolve) => answers.set(id, resolve))
      await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      await answered
    },
  )
  cdp.off('Target.receivedMessageFromTarget', heard)
  return heap
}

/** The heaps of this page and of every worker it has, after what nobody holds any more was collected. */
export async function heapsOf(page: Page): Promise<Heap[]> {
  const cdp = await page.context().newCDPSession(page)
  const workers: string[] = []
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId)
  })
  await cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const heaps = [await ofPage(cdp)]
  for (const worker of workers) heaps.push(await ofWorker(cdp, worker))
  await cdp.detach()
  return heaps
}
