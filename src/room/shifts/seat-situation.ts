import { type CrisisEpisode, crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { composeHandOver, type HandOverLists } from '../../casework/shifts/compose-hand-over.ts'
import { handOverSheetKind } from '../../casework/shifts/hand-over-sheet.ts'
import { hotlineShiftKind } from '../../casework/shifts/hotline-shift.ts'
import type { SeatSituation } from '../../casework/shifts/shift-blocks.ts'
import { openedBy } from '../../vault/keys/role-keys.ts'
import { callsNow } from '../callers/calls-now.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import type { Shelf } from '../shelves.ts'
import { seatsHere } from './seats-here.ts'

/** What is known of the seats here, and how much of it could not be read. */
export const seatSituation = async (session: Session): Promise<SeatSituation & { unreadable: number }> => {
  const [seats, shifts, sheets] = await Promise.all([
    seatsHere(session),
    session.list(hotlineShiftKind),
    session.list(handOverSheetKind),
  ])
  return {
    seats: seats.value,
    shifts: shifts.records,
    sheets: sheets.records,
    unreadable: shifts.unreadable + sheets.unreadable,
  }
}

const nothing: Shelf<CrisisEpisode> = { records: [], unreadable: 0 }

/**
 * What a shift that ends now passes on. Crises of the room's clients stand on it by their episode alone: the number of a file is
 * put beside it for whoever may open it, and never sealed where the hotline's key reads it.
 */
export const toHandOver = async (session: Session, until: string): Promise<HandOverLists> => {
  const [calls, episodes, { followUps }] = await Promise.all([
    callsNow(session),
    // What whoever it is done for may open, in whichever window it is done.
    openedBy(session.me.roles).includes('case') ? session.list(crisisEpisodeKind) : nothing,
    roomRules(session),
  ])
  return composeHandOver(
    {
      calls: calls.tally.unsettled(),
      episodes: episodes.records.map((episode) => ({ fileNumber: '', episode })),
    },
    until,
    followUps,
  )
}
