import { z } from 'zod'
import { ageBands as knownAgeBands } from '../casework/records/age.ts'
import { townshipCodeSchema } from '../casework/records/values.ts'

const ageBands = [...knownAgeBands, 'unknown'] as const
const sexes = ['female', 'male', 'unknown'] as const

/**
 * What can be counted, and what `category` · `detail` · `amount` of each say. Where nothing else stands, `amount` is 1.
 *
 * - `client` registered
 * - `assessment` instrument · band of its total
 * - `tier` how somebody stands from that month on; `file` open, closed: whether they are on the books from that month on
 * - `tierChange` placed, raised, lowered, kept · the tier
 * - `session` how it was held · – · minutes
 * - `groupMeeting` held · – · minutes; `groupAttendance` byFile, headCount · – · heads
 * - `crisis` what began it · most urgent level; `crisisHelp` who was called; `crisisContact` inTime, late, open within a day
 * - `call` type · level · minutes; `callDanger` asked, notAsked · highRisk; `callLength` band; `callTime` time of day · workday, weekend;
 *   `callFollowUp` onTime, late, open
 * - `referral` receiver · how far it came
 * - `followUp` onTime, late, notReached, open · why it was planned
 * - `closure` reason
 * - `activity` outreach category · activities, audience, materials, volunteers · how many
 * - `training` training, supervision · – · quarters of an hour, of a member of staff; `supervision` mode · – · minutes
 * - `staff` employment: who works here, made for the report alone and never stored
 * - `rightsRequest` what was asked · inTime, late, open
 * - `disclosure` its ground
 * - `clue` verified, notConfirmed, passedOn, open
 * - `mandatoryReport` duty · made, notOwed, open
 * - `duty` a duty of the room that is met, or has too few cases to say; made for the report alone and never stored
 */
export const factKinds = [
  'client',
  'assessment',
  'tier',
  'tierChange',
  'file',
  'session',
  'groupMeeting',
  'groupAttendance',
  'crisis',
  'crisisHelp',
  'crisisContact',
  'call',
  'callDanger',
  'callLength',
  'callTime',
  'callFollowUp',
  'referral',
  'followUp',
  'closure',
  'activity',
  'training',
  'supervision',
  'staff',
  'rightsRequest',
  'disclosure',
  'clue',
  'mandatoryReport',
  'duty',
] as const
export type FactKind = (typeof factKinds)[number]

/**
 * What a saved record leaves behind for counting: no identity, no text, nothing finer than a month or smaller than a township.
 * `person` is a pseudonym that lasts one calendar year, so that a person is counted once within a month, quarter or year;
 * null when nobody is counted as a person (an anonymous call).
 */
export const factSchema = z.strictObject({
  kind: z.enum(factKinds),
  /** `YYYY-MM` of the room's calendar: the month it counts for. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  person: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  sex: z.enum(sexes),
  ageBand: z.enum(ageBands),
  /** Township the person lives in; null when it is not known. */
  place: townshipCodeSchema.nullable(),
  category: z.string().min(1).max(60),
  detail: z.string().min(1).max(60).nullable(),
  amount: z.int().min(1).max(1_000_000),
})
export type Fact = z.infer<typeof factSchema>
