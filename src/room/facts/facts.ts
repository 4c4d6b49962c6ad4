import { done } from '../../instruments/outcome.ts'
import { factSheetKind } from '../../statistics/fact-sheet.ts'
import { commands } from '../commands.ts'
import type { FactsApi } from '../contract/facts.ts'
import type { Session } from '../session.ts'
import { comparison, putFactsRight } from './rebuild-facts.ts'

/** Whether what is counted is what the records say. */
export const factsApi = (session: () => Session): FactsApi => ({
  ...commands({
    async checkFacts() {
      const { found } = await comparison(session())
      void session().vault.trail.note({ action: 'read', kind: factSheetKind, count: found.sources })
      return done(found)
    },
    async rebuildFacts() {
      const found = await putFactsRight(session())
      void session().vault.trail.note({ action: 'read', kind: factSheetKind, count: found.sources })
      return done(found)
    },
  }),
})
