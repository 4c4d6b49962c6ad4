import type { Outcome } from '../../instruments/outcome.ts'
import { saveInTurn } from './save-in-turn.ts'

const waitMs = 5_000
const mostUnkept = 200

/** Where drafts are kept. */
export interface DraftStore {
  keepDraft(form: string, content: unknown): Promise<Outcome<null>>
  forgetDraft(form: string): Promise<Outcome<null>>
}

/** Keeps what stands in one form. */
export interface DraftKeeping {
  /** Notes what stands there now: kept after five seconds or 200 characters, whichever comes first. */
  change: (content: unknown) => void
  /** Keeps at once what is not kept yet. */
  flush: () => Promise<boolean>
  /** For a form that was saved, or is not wanted: nothing of it is kept any more. */
  forget: () => Promise<void>
}

/** How many characters differ between two states of a text: what is left between a common beginning and a common end. */
export const changedLength = (before: string, after: string): number => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return Math.max(before.length, after.length) - start - end
}

export const draftKeeping = (form: string, store: DraftStore): DraftKeeping => {
  let kept = ''
  const saving = saveInTurn(async (text: string) => {
    kept = text
    try {
      return (await store.keepDraft(form, JSON.parse(text))).ok
    } catch {
      return false
    }
  }, waitMs)
  return {
    change(content) {
      const text = JSON.stringify(content)
      saving.change(text)
      if (changedLength(kept, text) >= mostUnkept) void saving.flush()
    },
    flush: saving.flush,
    async forget() {
      saving.drop()
      await store.forgetDraft(form).catch(() => undefined)
    },
  }
}
