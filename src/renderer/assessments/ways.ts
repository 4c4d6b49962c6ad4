import type { Rater } from '../../casework/assessment.ts'

/**
 * How answers come in: the client on the client's page; a client's words, an informant's or a member of staff's own
 * findings entered in this window.
 */
export const ways = ['clientMode', 'self', 'informant', 'staff'] as const
export type Way = (typeof ways)[number]

/** Whose answers these are. */
export const raterOf = (way: Way): Rater['kind'] => (way === 'clientMode' ? 'self' : way)
