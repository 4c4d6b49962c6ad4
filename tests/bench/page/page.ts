import { releaseProxy, wrap } from 'comlink'
import type { CallsBench } from './calls.worker.ts'
import type { DexieBench } from './dexie.worker.ts'
import type { VaultBench } from './vault.worker.ts'

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown }
    measured: Bench
  }
}

/** What the bench asks of the page. */
interface Bench {
  inVault<Result>(work: (api: VaultBench) => Promise<Result>): Promise<Result>
  inDexie<Result>(work: (api: DexieBench) => Promise<Result>): Promise<Result>
  inCalls<Result>(work: (api: CallsBench) => Promise<Result>): Promise<Result>
}

// The pages' own policy allows scripts of this origin alone; so does this one.
window.trustedTypes?.createPolicy('default', { createScriptURL: (url) => url })

/** Does something in a worker of its own, as after a start: nothing is warm, and nothing stays. */
const inWorker = async <Api, Result>(
  worker: Worker,
  work: (api: Api) => Promise<Result>,
): Promise<Result> => {
  const api = wrap<Api>(worker)
  try {
    return await work(api as Api)
  } finally {
    api[releaseProxy]()
    worker.terminate()
  }
}

window.measured = {
  inVault: (work) =>
    inWorker(new Worker(new URL('./vault.worker.ts', import.meta.url), { type: 'module' }), work),
  inDexie: (work) =>
    inWorker(new Worker(new URL('./dexie.worker.ts', import.meta.url), { type: 'module' }), work),
  inCalls: (work) =>
    inWorker(new Worker(new URL('./calls.worker.ts', import.meta.url), { type: 'module' }), work),
}
