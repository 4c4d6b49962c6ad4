import type { ScaleOf } from '../../casework/tiers/evidence-of.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import type { RoomLibrary } from './read-library.ts'
import { libraryOf } from './room-library.ts'

const scalesIn = onceFor(({ given, earlier }: RoomLibrary) => {
  const known = [...[...given.values()].map(({ questionnaire }) => questionnaire), ...earlier]
  return new Map(
    known.flatMap(({ instrument: { id, version, scales } }) =>
      scales.map((scale) => [nameOf(id, version, scale.id), scale]),
    ),
  )
})

const nameOf = (...parts: string[]): string => parts.join('\n')

/** The scales of everything that was ever given here, each in its version. */
export const scaleOn = async (session: Session): Promise<ScaleOf> => {
  const scales = scalesIn(await libraryOf(session))
  return (...of) => scales.get(nameOf(...of)) ?? null
}
