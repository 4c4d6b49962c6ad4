/** Two clocks of one machine, in milliseconds. */
export interface Clocks {
  /** Runs evenly, cannot be set, and stands still while the machine sleeps. */
  running(): number
  /** Tells the time, and can be set. */
  wall(): number
}

/** What locks at once, also during a call: the machine sleeps or locks its screen, somebody else signs in, the page is laid to rest. */
export type LockEvent = 'suspend' | 'lockScreen' | 'userSwitch' | 'rest'

const pollMs = 1_000
const noticeMs = 30_000
/** A clock that ran ahead of the other by this much: the machine slept, or somebody set it. */
const sleptMs = 60_000

/** Decides when the window locks. */
export interface LockPolicy {
  /** Somebody is there. */
  alive(): void
  happened(event: LockEvent): void
  /** Nobody may look for a while; the next look comes in time for the limit. */
  hidden(): void
  stop(): void
}

/**
 * Locks once, when nobody has been there for as long as `limitMs` says by either clock, unless `held`; and at once when the
 * machine slept. A clock that is set back gains no time. `soon` is told whether it will lock within half a minute.
 */
export const lockPolicy = ({
  clocks,
  limitMs,
  held,
  lock,
  soon,
}: {
  clocks: Clocks
  limitMs: number
  /** A hotline call goes on. */
  held: () => boolean
  lock: () => void
  soon: (expected: boolean) => void
}): LockPolicy => {
  const now = () => ({ running: clocks.running(), wall: clocks.wall() })
  let sign = now()
  let looked = sign
  let locked = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const lockOnce = () => {
    if (locked) return
    locked = true
    clearTimeout(timer)
    lock()
  }
  const idleMs = () => {
    const { running, wall } = now()
    return Math.max(running - sign.running, wall - sign.wall)
  }
  const lookIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => look(), ms)
  }

  const look = () => {
    const { running, wall } = now()
    const slept = wall - looked.wall - (running - looked.running) >= sleptMs
    looked = { running, wall }
    if (held()) sign = looked
    if (slept || idleMs() >= limitMs) return lockOnce()
    soon(idleMs() >= limitMs - noticeMs)
    lookIn(Math.min(pollMs, limitMs - idleMs()))
  }

  lookIn(pollMs)
  return {
    alive() {
      look()
      if (locked) return
      sign = looked
      soon(false)
    },
    happened: lockOnce,
    // A timer set anew from an event is not among those that browsers slow down for pages nobody sees.
    hidden: () => lookIn(Math.max(0, limitMs - idleMs())),
    stop: () => clearTimeout(timer),
  }
}
