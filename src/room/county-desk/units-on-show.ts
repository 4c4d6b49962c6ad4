import { dueDayOf } from '../../county/board/due-day.ts'
import { versionsOf } from '../../county/units/change-unit.ts'
import { mergeUnits, ownUnit } from '../../county/units/merge-units.ts'
import { isInForceOn, parentOf, type Unit, type UnitKey, wordOf } from '../../county/units/unit.ts'
import { type UnitNode, unitTree } from '../../county/units/unit-tree.ts'
import { isInForce } from '../../exchange/keys/key-standing.ts'
import { receivedPackageKind } from '../../exchange/received-package.ts'
import { fingerprint } from '../../exchange/unit-card.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { today } from '../clock.ts'
import type { CountyUnitsOnShow, UnitHistory, UnitOnShow } from '../contract/county-units.ts'
import { acceptedCards, acceptedKeys } from '../exchange.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { dueDayHere } from './due-day-here.ts'
import { countyUnits, unitSources } from './units-of.ts'

/** All units as they are today. */
export const unitsOnShow = async (session: Session): Promise<CountyUnitsOnShow> => {
  const { entered, cards, desk, unreadable } = await unitSources(session)
  const units = mergeUnits(entered, cards, desk)
  const fingerprints = await fingerprintsOf(session)
  const day = today()
  const shown = ({ unit, under }: UnitNode): UnitOnShow => {
    const below = under.map(shown)
    return {
      unit,
      fingerprint: unit.level === 'room' ? (fingerprints.get(unit.code) ?? null) : null,
      rooms: below.reduce((sum, one) => sum + (one.unit.level === 'room' ? 1 : one.rooms), 0),
      under: below,
    }
  }
  const { level, code, name } = ownUnit(desk)
  const there = new Set(units.filter((unit) => isInForceOn(unit, day)).map(wordOf))
  const gone = new Map(
    units
      .filter((unit) => !there.has(wordOf(unit)))
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .map((unit) => [wordOf(unit), unit]),
  )
  return {
    today: day,
    desk: { level, code, name },
    tree: unitTree(units, day).map(shown),
    others: [...gone.values()].sort((a, b) => a.code.localeCompare(b.code)),
    unreadable,
  }
}

/** One unit, and what came from it. */
export const unitHistory = async (session: Session, key: UnitKey): Promise<UnitHistory> => {
  const units = await countyUnits(session)
  const versions = versionsOf(units, key).reverse()
  const day = today()
  const unit = versions.find((one) => isInForceOn(one, day)) ?? versions[0]
  if (unit === undefined) throw new RoomError('NOT_FOUND')
  const above = parentOf(unit)
  const dueDay = await dueDayHere(session)
  const { records, unreadable } = await session.list(receivedPackageKind)
  if (unreadable > 0) throw new RoomError('UNREADABLE')
  const reports = records
    .map(({ value }) => value)
    .filter((received) => key.level === 'room' && received.unit === key.code)
    .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.seq - a.seq)
    .map(({ period, seq, receivedAt }) => {
      const [received, due] = [dayOf(receivedAt), dueDayOf(period, dueDay)]
      return { period, seq, received, due, onTime: received <= due }
    })
  return {
    today: day,
    unit,
    parent: above && (nameOn(units, above, day) ?? above.code),
    versions,
    fingerprint: key.level === 'room' ? ((await fingerprintsOf(session)).get(key.code) ?? null) : null,
    reports,
  }
}

const nameOn = (units: readonly Unit[], key: UnitKey, day: string): string | undefined =>
  versionsOf(units, key).find((one) => isInForceOn(one, day))?.name

/** What is read aloud of the cards whose keys count, by unit. */
const fingerprintsOf = async (session: Session): Promise<Map<string, string>> => {
  const keys = await acceptedKeys(session)
  const inForce = (await acceptedCards(session)).filter(({ kid, card }) => {
    const standing = keys.get(kid)
    return card.kind === 'room' && standing !== undefined && isInForce(standing)
  })
  return new Map(
    await Promise.all(
      inForce.map(async ({ card }): Promise<[string, string]> => [card.unit, await fingerprint(card)]),
    ),
  )
}
