import type { Outcome } from '../../instruments/outcome.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { maySit } from '../shifts/hotline-seats.ts'
import type { Role } from '../staff/staff.ts'
import { type CallerNumber, callerNumberSchema, type numberUses, plainNumber } from './caller-number.ts'

export type CallerNumberBlock =
  | 'HOTLINE_ROLE_NEEDED'
  | 'NOT_A_NUMBER'
  | 'CALLER_CONSENT_NEEDED'
  | 'NUMBER_TAKEN_BACK'
  | 'NOT_WHO_CALLS_BACK'

/** The number of a call as it is kept; refused with NOT_A_NUMBER. */
export const takeNumber = (
  typed: string,
  taken: Pick<CallerNumber, 'callId' | 'callBack' | 'recognise' | 'takenBy' | 'takenAt'>,
): Outcome<CallerNumber> => {
  const number = plainNumber(typed)
  return unlessBlocked(blockIf(number === null, 'NOT_A_NUMBER'), () =>
    callerNumberSchema.parse({ ...taken, number, shown: [], withdrawn: null }),
  )
}

/** What stands in the way of looking for earlier calls from a number: whoever calls now has to agree to it. */
export const lookUpBlocks = (
  typed: string,
  { consent, roles }: { consent: boolean; roles: readonly Role[] },
): Block<CallerNumberBlock>[] => [
  ...blockIf(!maySit(roles), 'HOTLINE_ROLE_NEEDED'),
  ...blockIf(!consent, 'CALLER_CONSENT_NEEDED'),
  ...blockIf(plainNumber(typed) === null, 'NOT_A_NUMBER'),
]

/** What a number is looked up under; refused with the first thing that stands in the way. Every look-up is audited by who calls this. */
export const numberToLookUp = (typed: string, asked: Parameters<typeof lookUpBlocks>[1]): Outcome<string> =>
  unlessBlocked(lookUpBlocks(typed, asked), () => plainNumber(typed) ?? '')

/** Who wants to see a number, and what for. `callsBack`: the follow-ups of that call are theirs, or they took one on. */
export interface Showing {
  by: string
  at: string
  use: (typeof numberUses)[number]
  callsBack: boolean
  roles: readonly Role[]
}

/** What stands in the way of showing a number. To save a life nothing does but that it is gone. */
export const showingBlocks = (
  { number, callBack }: CallerNumber,
  { use, callsBack, roles }: Showing,
): Block<CallerNumberBlock>[] => [
  ...blockIf(!maySit(roles), 'HOTLINE_ROLE_NEEDED'),
  ...blockIf(number === null, 'NUMBER_TAKEN_BACK'),
  ...(use === 'savingLife'
    ? []
    : [...blockIf(!callBack, 'CALLER_CONSENT_NEEDED'), ...blockIf(!callsBack, 'NOT_WHO_CALLS_BACK')]),
]

/** The record that says to whom the number was shown, to be saved before it is; refused with the first thing that stands in the way. */
export const showNumber = (record: CallerNumber, showing: Showing): Outcome<CallerNumber> =>
  unlessBlocked(showingBlocks(record, showing), () => {
    const { by, at, use } = showing
    return { ...record, shown: [...record.shown, { by, at, use }] }
  })

/** The record without its number, as the caller wishes; what was agreed to and shown stays to be accounted for. */
export const takeBackNumber = (record: CallerNumber, withdrawn: { by: string; at: string }): CallerNumber =>
  record.withdrawn === null ? { ...record, number: null, withdrawn } : record
