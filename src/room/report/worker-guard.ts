import { proxy, type Remote, wrap } from 'comlink'
import { type Guard, GuardError, guardCodes } from '../../exchange/release/guard.ts'
import type { SolverApi } from './solver.worker.ts'

/** A guard that can be ended at any moment, whatever it is at. */
export interface EndableGuard extends Guard {
  /** Ends what runs with CANCELLED; nothing may be asked of it afterwards. */
  stop(): void
}

/** The program's own; beside the room's worker, so that drafts, alerts and a call on the line go on while it solves. */
export const startSolver = (): Worker =>
  new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module', name: 'anxin-solver' })

interface Settings {
  start: () => Worker
  /** Milliseconds after which a run is given up and its worker ended. */
  patience: number
  onProgress: (part: number) => void
}

/**
 * A guard in a worker of its own. WebAssembly that solves hears nothing until it is done: ending the worker is the only way to stop it or to
 * give it up, and what a worker that died would have said counts as nothing said.
 */
export function workerGuard({ start, patience, onProgress }: Settings): EndableGuard {
  let running: { worker: Worker; api: Remote<SolverApi> } | null = null
  let fail: (problem: GuardError) => void = () => undefined
  let isStopped = false

  const end = (problem: GuardError): void => {
    running?.worker.terminate()
    running = null
    fail(problem)
  }

  const begin = () => {
    const worker = start()
    for (const broken of ['error', 'messageerror'])
      worker.addEventListener(broken, (event) => {
        event.preventDefault()
        end(new GuardError('SOLVER'))
      })
    return { worker, api: wrap<SolverApi>(worker) }
  }

  const ask = async <Result>(question: (api: Remote<SolverApi>) => Promise<Result>): Promise<Result> => {
    if (isStopped) throw new GuardError('CANCELLED')
    running ??= begin()
    const ended = new Promise<never>((_, reject) => {
      fail = reject
    })
    const timer = setTimeout(() => end(new GuardError('TIMEOUT')), patience)
    try {
      return await Promise.race([question(running.api), ended])
    } catch (problem) {
      throw problem instanceof GuardError ? problem : crossed(problem)
    } finally {
      clearTimeout(timer)
      fail = () => undefined
    }
  }

  return {
    protect: (set, secret) => ask((api) => api.protect(set, secret)),
    attack: (set) => ask((api) => api.attack(set, proxy(onProgress))),
    stop: () => {
      isStopped = true
      end(new GuardError('CANCELLED'))
    },
  }
}

/** What is thrown in the worker crosses as its code alone. */
const crossed = (problem: unknown): GuardError => {
  const code = problem instanceof Error ? problem.message : ''
  return new GuardError(guardCodes.find((known) => known === code) ?? 'SOLVER')
}
