import type { Assessment } from '../../casework/assessments/assessment.ts'
import { type LibraryEntry, libraryEntryKind } from '../../casework/assessments/library-entry.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import type { HeldBack } from '../contract/library.ts'
import { onceFor } from '../once-for.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import type { Shelf } from '../shelves.ts'
import { type RoomLibrary, readLibrary } from './read-library.ts'

const libraryIn = onceFor(({ vault }: Session) =>
  onceFor((shelf: Shelf<LibraryEntry>) => readLibrary(vault, shelf)),
)

/** The room's library as it stands. */
export const libraryOf = async (session: Session): Promise<RoomLibrary> =>
  libraryIn(session)(await session.list(libraryEntryKind))

/** The very questionnaire an assessment was begun with. Rejects with INSTRUMENT_MISSING when it is not here in that version. */
export const questionnaireOf = async (
  session: Session,
  { instrument: id, instrumentVersion }: Pick<Assessment, 'instrument' | 'instrumentVersion'>,
): Promise<Questionnaire> => {
  const { given, earlier } = await libraryOf(session)
  const known = [given.get(id)?.questionnaire ?? [], ...earlier].flat()
  const found = known.find(
    ({ instrument }) => instrument.id === id && instrument.version === instrumentVersion,
  )
  if (!found) throw new RoomError('INSTRUMENT_MISSING')
  return found
}

/** The instrument of `questionnaireOf`. */
export const instrumentOf = async (
  session: Session,
  begun: Pick<Assessment, 'instrument' | 'instrumentVersion'>,
): Promise<Instrument> => (await questionnaireOf(session, begun)).instrument

/** Whether somebody may fill in an instrument that needs training. */
export const isTrainedFor = (
  staffId: string,
  { id, qualification }: Pick<Instrument, 'id' | 'qualification'>,
  { offers }: Pick<RoomLibrary, 'offers'>,
): boolean => qualification === null || offers.get(id)?.qualified.includes(staffId) === true

/** Why an instrument of the library cannot be given by this person now; null when it can. */
export const heldBackFrom = (
  staffId: string,
  instrument: Instrument,
  library: Pick<RoomLibrary, 'offers' | 'nonCommercial'>,
): HeldBack | null => {
  if (library.offers.get(instrument.id)?.offered === false) return 'SWITCHED_OFF'
  if (!isTrainedFor(staffId, instrument, library)) return 'QUALIFICATION_NEEDED'
  if (instrument.terms.nonCommercial && library.nonCommercial === null) return 'NON_COMMERCIAL_NOT_CONFIRMED'
  return null
}
