/** Saves of one draft that never overlap. */
export interface SavingInTurn<Draft> {
  /** Notes the newest draft; it is saved within `wait`, or right after the save under way. */
  change: (draft: Draft) => void
  /** Saves at once what is not saved yet. Gives false when that did not succeed; the draft is then kept for the next try. */
  flush: () => Promise<boolean>
  /** Leaves unsaved what is not saved yet. */
  drop: () => void
}

/** Saves the newest draft at most `wait` milliseconds after a change, one save at a time, skipping drafts in between. */
export function saveInTurn<Draft>(
  save: (draft: Draft) => Promise<boolean>,
  wait: number,
): SavingInTurn<Draft> {
  let waiting: { draft: Draft } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<boolean> | null = null

  const drain = async (): Promise<boolean> => {
    while (waiting !== null) {
      const taken: { draft: Draft } = waiting
      waiting = null
      if (!(await save(taken.draft))) {
        waiting ??= taken
        return false
      }
    }
    return true
  }

  const flush = (): Promise<boolean> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    running ??= drain().finally(() => {
      running = null
    })
    return running
  }

  return {
    change(draft) {
      waiting = { draft }
      timer ??= setTimeout(flush, wait)
    },
    flush,
    drop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting = null
    },
  }
}
