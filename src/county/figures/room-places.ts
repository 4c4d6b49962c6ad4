import { type FigurePeriod, lastDayOf } from '../../statistics/figure-period.ts'
import type { Queries } from '../store/store.ts'
import type { reportingDuties } from '../units/unit.ts'

/** What is told apart: the whole desk, counties of a city, townships, or rooms. */
export type FigureLevel = 'desk' | 'county' | 'township' | 'room'

/** Only the rooms below this unit, or this room; `code` null: those of which nobody has said where they belong. */
export interface Within {
  level: Exclude<FigureLevel, 'desk'>
  code: string | null
}

/** A room as it stood on the last day of a period. */
export interface RoomPlace {
  township: string | null
  county: string | null
  duty: (typeof reportingDuties)[number]
  /** The first day it was on the list. */
  since: string
  /** The first day on which it is no more, or is something else; null while it is. */
  until: string | null
}

interface Version {
  level: 'room' | 'township'
  code: string
  parent: string | null
  duty: RoomPlace['duty']
  first: string
  until: string | null
}

/**
 * Where rooms belonged on the last day of a period. Of a unit's versions the one in force on that day holds; of one that is no more, its
 * last; of one that was entered later, its first: whatever a room reported is in one place.
 */
export class RoomPlaces {
  readonly #rooms = new Map<string, Version[]>()
  readonly #townships = new Map<string, Version[]>()

  /** `versions` of each unit from the first to the last. */
  constructor(versions: readonly Version[]) {
    for (const version of versions) {
      const units = version.level === 'room' ? this.#rooms : this.#townships
      units.set(version.code, [...(units.get(version.code) ?? []), version])
    }
  }

  codes(): string[] {
    return [...this.#rooms.keys()]
  }

  /** Null for a room that is not on the list. */
  of(room: string, period: FigurePeriod): RoomPlace | null {
    const day = lastDayOf(period)
    const versions = this.#rooms.get(room) ?? []
    const version = versionOn(versions, day)
    if (version === undefined) return null
    const { parent, duty, until } = version
    const township = parent === null ? undefined : versionOn(this.#townships.get(parent) ?? [], day)
    return {
      township: parent,
      county: township?.parent ?? null,
      duty,
      since: versions[0]?.first ?? version.first,
      until,
    }
  }

  /** The unit of this level that a room is told under; null for the desk, and where nobody has said. */
  unitOf(room: string, period: FigurePeriod, level: FigureLevel): string | null {
    if (level === 'desk') return null
    return level === 'room' ? room : (this.of(room, period)?.[level] ?? null)
  }
}

const versionOn = (versions: readonly Version[], day: string): Version | undefined =>
  versions.findLast(({ first }) => first <= day) ?? versions[0]

export const roomPlaces = async (queries: Queries, county: string): Promise<RoomPlaces> =>
  new RoomPlaces(
    await queries.query<Version>(
      `select level, code, parent, duty, valid_from as first, valid_until as until
       from units where county = $1 and level in ('room', 'township')
       order by level, code, valid_from`,
      [county],
    ),
  )
