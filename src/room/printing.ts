import { assessmentKind } from '../casework/assessments/assessment.ts'
import { clientKind } from '../casework/clients/client.ts'
import { consentKind } from '../casework/consents/consent.ts'
import { safetyPlanKind } from '../casework/crisis/safety-plan.ts'
import type { RecordKind } from '../casework/records/record.ts'
import { referralKind } from '../casework/referrals/referral.ts'
import { tierDecisionKind } from '../casework/tiers/tier-decision.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { commands } from './commands.ts'
import type { Printed, PrintingApi } from './contract/printing.ts'
import type { Session } from './session.ts'

const kinds: Record<Printed, Pick<RecordKind<unknown>, 'domain' | 'table'>> = {
  ownCopy: clientKind,
  results: assessmentKind,
  explanation: tierDecisionKind,
  safetyPlan: safetyPlanKind,
  consent: consentKind,
  referral: referralKind,
}

/** What is put on paper, entered in the trail. */
export const printingApi = (session: () => Session): PrintingApi =>
  commands({
    async notePrinted({ clientId, what }: Parameters<PrintingApi['notePrinted']>[0]): Promise<Outcome<null>> {
      const { vault } = session()
      const kind = kinds[what]
      if (!vault.opens(kind.domain)) return refused('NO_KEY')
      void vault.trail.note({ action: 'printed', kind, about: clientId })
      return done(null)
    },
  })
