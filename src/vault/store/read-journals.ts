import type { DurableFolder } from '../../journal/durable-folder.ts'
import type { Frame } from '../../journal/frame.ts'
import { type HeadSlot, readHeadSlot } from '../../journal/head-slot.ts'
import { readFrames } from '../../journal/read-frames.ts'

/** What the folder beside the database holds after its snapshot. */
export interface Journals {
  slot: HeadSlot | null
  /** A slot was written and neither can be read. */
  slotsLost: boolean
  /** The newest commit anywhere in the folder; 0 when there is none. */
  seq: number
  /** Commits in order of their number, each once. */
  frames: readonly Frame[]
  /** Parts that could not be read and have later commits behind them. */
  damaged: number
  /** A commit that was never finished stood at the end. */
  torn: boolean
  /** The file that the next commit is added to, and the size of its sound part. */
  last: { name: string; size: number }
  snapshots: string[]
  /** Size of the newest finished one; 0 where there is none. */
  snapshotBytes: number
}

export const journalName = (seq: number): string => `journal-${seq}`

/** The commit that a journal or a snapshot begins after. */
export const startsAt = (name: string): number => Number(name.slice(name.indexOf('-') + 1))

export const isSnapshot = ({ name }: { name: string }): boolean => name.startsWith('snapshot-')

const inOrder = (names: string[]): string[] => names.toSorted((a, b) => startsAt(a) - startsAt(b))

/** Reads slots and journals; changes nothing. */
export const readJournals = async (folder: DurableFolder): Promise<Journals> => {
  const files = await folder.list()
  const { slot, damaged: damagedSlots } = await readHeadSlot(folder)
  const journals = inOrder(files.map(({ name }) => name).filter((name) => name.startsWith('journal-')))
  const snapshots = inOrder(files.filter(isSnapshot).map(({ name }) => name))
  const snapshotBytes = files.find(({ name }) => name === slot?.snapshot)?.size ?? 0
  const frames = new Map<number, Frame>()
  let damaged = 0
  let torn = false
  const newest = journals.at(-1) ?? journalName(0)
  // The one that was begun with the newest snapshot has no file before its first commit.
  const begun = slot && startsAt(slot.journal) > startsAt(newest)
  const last = { name: begun ? slot.journal : newest, size: 0 }
  for (const name of journals) {
    const reading = readFrames(folder, name)
    let step = await reading.next()
    for (; !step.done; step = await reading.next()) frames.set(step.value.seq, step.value)
    const read = step.value
    damaged += read.damaged.length
    // Only of the newest journal the end may be torn; an older one was whole when the next was begun.
    if (name === last.name) {
      torn = read.torn
      last.size = read.end
    } else if (read.torn) damaged += 1
  }
  const ordered = [...frames.values()].toSorted((a, b) => a.seq - b.seq)
  const ends = [slot?.seq ?? 0, ordered.at(-1)?.seq ?? 0, ...snapshots.map(startsAt)]
  const slotsLost = !slot && damagedSlots > 0
  return {
    slot,
    slotsLost,
    seq: Math.max(...ends),
    frames: ordered,
    damaged,
    torn,
    last,
    snapshots,
    snapshotBytes,
  }
}
