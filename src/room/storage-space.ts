import { freeSpace } from './journal/folders.ts'

const MB = 1024 ** 2

/** Below this the browser may fail to open what is stored. */
const fullBelow = 50 * MB
/** Below this nothing new is begun. */
export const stopBelow = 500 * MB
/** Below this it is said that space runs out. */
export const warnBelow = 2048 * MB

/** Bytes that can still be written: what the browser grants, or what the disk has if that is less. Null where neither says. */
export const spaceLeft = async (): Promise<number | null> => {
  const { quota, usage } = await navigator.storage.estimate()
  const granted = quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage
  const free = await freeSpace().catch(() => Number.POSITIVE_INFINITY)
  const left = Math.max(0, Math.min(granted, free))
  return Number.isFinite(left) ? left : null
}

export const isDiskFull = async (): Promise<boolean> => ((await spaceLeft()) ?? fullBelow) < fullBelow
