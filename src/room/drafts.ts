import { done } from '../instruments/outcome.ts'
import { now } from './clock.ts'
import { commands } from './commands.ts'
import type { DraftsApi } from './contract/drafts.ts'
import type { Session } from './session.ts'

/** What is being written and not saved yet, kept for the person who writes it. */
export const draftsApi = (session: () => Session): DraftsApi => ({
  async draft(form) {
    return (await session().vault.drafts.list()).find((one) => one.form === form) ?? null
  },
  async drafts() {
    return (await session().vault.drafts.list()).sort((a, b) => b.keptAt.localeCompare(a.keptAt))
  },
  ...commands({
    async keepDraft(form: string, content: unknown) {
      await session().vault.drafts.keep({ form, content, keptAt: now() })
      return done(null)
    },
    async forgetDraft(form: string) {
      await session().vault.drafts.forget(form)
      return done(null)
    },
  }),
})
