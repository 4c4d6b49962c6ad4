import type { Outcome } from '../../instruments/outcome.ts'

/** What of a client is put on paper. */
export type Printed = 'ownCopy' | 'results' | 'explanation' | 'safetyPlan' | 'consent' | 'referral'

export interface PrintingApi {
  /** Enters that something of a client is being printed; whether paper came out of the printer nobody here can know. Refused with NO_KEY. */
  notePrinted(input: { clientId: string; what: Printed }): Promise<Outcome<null>>
}
