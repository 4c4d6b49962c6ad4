import type { Assessment } from '../../casework/assessment.ts'
import type { Consent } from '../../casework/consent.ts'
import type { CriticalAlert } from '../../casework/critical-alert.ts'
import type { Stored } from '../../casework/record.ts'
import type { TierDecision } from '../../casework/tier-decision.ts'
import { onceFor } from '../once-for.ts'

/** The records of each client, in the order of the list; worked out once for each list. */
const grouped = <T extends { clientId: string }>() =>
  onceFor(
    (records: readonly Stored<T>[]): ReadonlyMap<string, readonly Stored<T>[]> =>
      Map.groupBy(records, ({ value }) => value.clientId),
  )

export const consentsByClient = grouped<Consent>()
export const assessmentsByClient = grouped<Assessment>()
export const alertsByClient = grouped<CriticalAlert>()
export const decisionsByClient = grouped<TierDecision>()
