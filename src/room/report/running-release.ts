import type { Guard } from '../../exchange/release/guard.ts'
import { ReleaseError } from '../../exchange/release/release-refused.ts'
import type { ReportProgress } from '../contract/report.ts'
import { type EndableGuard, startSolver, workerGuard } from './worker-guard.ts'

/** Milliseconds that protecting or attacking one set of tables may take before it is given up. */
const patience = 90_000

/** A preview or a writing while it runs: how far it is, and how to end it. */
export class RunningRelease {
  progress: ReportProgress = { step: 'counting', part: 0 }
  readonly #guard: EndableGuard
  #isStopped = false

  constructor(start: () => Worker = startSolver) {
    this.#guard = workerGuard({
      start,
      patience,
      onProgress: (part) => {
        this.progress = { ...this.progress, part }
      },
    })
  }

  get guard(): Guard {
    return this.#guard
  }

  /** Goes on to the next step. Throws RELEASE_STOPPED once it was stopped. */
  enter(step: ReportProgress['step']): void {
    if (this.#isStopped) throw new ReleaseError('RELEASE_STOPPED', '')
    this.progress = { step, part: 0 }
  }

  stop(): void {
    this.#isStopped = true
    this.#guard.stop()
  }
}
