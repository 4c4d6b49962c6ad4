import shipped from '../../../resources/constructs.json'
import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { readConstructs } from '../../casework/results/constructs.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { criticalAnswersTalked } from '../assessments/assessment-completed.ts'
import { commands } from '../commands.ts'
import type { ResultsApi } from '../contract/results.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'

const read = readConstructs(shipped)
if (!read.ok) throw new RoomError(read.refusal.code)
const constructs = read.value

/** Results that people can read. */
export const resultsApi = (session: () => Session): ResultsApi => ({
  constructs: async () => constructs,
  ...commands({
    async openReport(clientId: string): Promise<Outcome<null>> {
      if (!session().vault.opens(assessmentKind.domain)) return refused('NO_KEY')
      const talked = await criticalAnswersTalked(session(), clientId, 'giveOwnCopy')
      if (!talked.ok) return talked
      void session().vault.trail.note({ action: 'read', kind: assessmentKind, about: clientId })
      return done(null)
    },
  }),
})
