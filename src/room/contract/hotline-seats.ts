import type { HotlineSeats } from '../../casework/shifts/hotline-seats.ts'
import type { Outcome } from '../../instruments/outcome.ts'

export interface HotlineSeatsApi {
  /** The seats as they stand; what nobody has set is as the program proposes, with revision 0. */
  hotlineSeats(): Promise<{ seats: HotlineSeats['seats']; revision: number; mayChange: boolean }>
  /**
   * Supervisors and administrators. Refused with SEATS_ROLE_NEEDED, SEATS_INVALID (where in `at`), TWO_SEATS_NEEDED, SEAT_GONE or
   * CONFLICT.
   */
  changeHotlineSeats(input: { revision: number; seats: HotlineSeats['seats'] }): Promise<Outcome<null>>
}
