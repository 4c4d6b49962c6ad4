import type { AuditAction } from '../../casework/records/audit-entry.ts'

/** The machine's clock, and one that nobody can set; milliseconds. */
export interface Clocks {
  wall(): number
  running(): number
}

const machine: Clocks = { wall: () => Date.now(), running: () => performance.now() }

const minute = 60_000
const day = 24 * 60 * minute
const backBy = 2 * minute
/** While a window is open its two clocks go together, but for the nights a machine sleeps through. */
const forwardBy = day
/** Rooms close for holidays; none for so long. */
const closedFor = 60 * day

/** A clock that was set, and by how many minutes. */
export interface ClockJump {
  action: Extract<AuditAction, 'clockBack' | 'clockForward'>
  minutes: number
}

/** Notices when the clock was set: against what was known last, and from then on against the running time. */
export class ClockWatch {
  readonly #clocks: Clocks
  #wall: number
  /** Null until this window has looked once. */
  #running: number | null = null

  /** `last`: the moment of the last commit, ISO 8601. */
  constructor(last: string, clocks = machine) {
    this.#clocks = clocks
    this.#wall = Date.parse(last)
  }

  /** What became of the clock since the last look; null while it goes as it should. */
  look(): ClockJump | null {
    const [wall, running] = [this.#clocks.wall(), this.#clocks.running()]
    const passed = this.#running === null ? 0 : running - this.#running
    const off = wall - this.#wall - passed
    const most = this.#running === null ? closedFor : forwardBy
    const jumped = off < -backBy || off > most
    if (jumped || this.#running === null) {
      this.#wall = wall
      this.#running = running
    }
    if (!jumped) return null
    return { action: off < 0 ? 'clockBack' : 'clockForward', minutes: Math.round(Math.abs(off) / minute) }
  }
}
