import { mergeUnits } from '../../county/units/merge-units.ts'
import { isInForceOn, type Unit } from '../../county/units/unit.ts'
import { unitOfCard } from '../../county/units/unit-of-card.ts'
import { countyUnitKind, unitsIn } from '../../county/units/unit-record.ts'
import { today } from '../clock.ts'
import { acceptedCards } from '../exchange.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

/** What the units of this desk are made of. */
export interface UnitSources {
  /** As the coordinator entered them. */
  entered: Unit[]
  /** Rooms as their cards tell of them. */
  cards: Unit[]
  desk: { code: string; name: string }
  unreadable: number
}

export const unitSources = async (session: Session): Promise<UnitSources> => {
  const { code, name } = await identityAs('county', session)
  const { records, unreadable } = await session.list(countyUnitKind)
  const cards = (await acceptedCards(session))
    .map(({ card }) => card)
    .filter(({ kind }) => kind === 'room')
    .map(unitOfCard)
  return { entered: unitsIn(records.map(({ value }) => value)), cards, desk: { code, name }, unreadable }
}

/** All units of this desk, in all their versions. */
export const countyUnits = async (session: Session): Promise<Unit[]> => {
  const { entered, cards, desk } = await unitSources(session)
  return mergeUnits(entered, cards, desk)
}

/** The rooms, each as it is today; as it was last, or will be first, when it is not there. */
export const expectedUnits = async (session: Session): Promise<Unit[]> => {
  const day = today()
  const versions = Map.groupBy(
    (await countyUnits(session)).filter(({ level }) => level === 'room'),
    ({ code }) => code,
  )
  return [...versions.values()]
    .map((of) => of.find((unit) => isInForceOn(unit, day)) ?? of.reduce((a, b) => (b.from > a.from ? b : a)))
    .sort((a, b) => a.code.localeCompare(b.code))
}
