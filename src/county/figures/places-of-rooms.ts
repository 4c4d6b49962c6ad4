import { type FigurePeriod, lastDayOf } from '../../statistics/figure-period.ts'
import type { Parameter } from '../store/store.ts'

/** What is told apart: the whole desk, counties of a city, townships, or rooms. */
export type FigureLevel = 'desk' | 'county' | 'township' | 'room'

/** Only the rooms below this unit, or this room; `code` null: those of which nobody has said where they belong. */
export interface Within {
  level: Exclude<FigureLevel, 'desk'>
  code: string | null
}

/** Collects the parameters of a statement. */
export class Parameters {
  readonly values: Parameter[] = []

  /** The place of a value in the statement, of type `cast`. */
  add(value: Parameter, cast: 'text' | 'integer[]' = 'text'): string {
    this.values.push(value)
    return `$${this.values.length}::${cast}`
  }

  list(values: readonly string[]): string {
    return values.map((value) => this.add(value)).join(', ')
  }

  rows(rows: readonly (readonly string[])[]): string {
    return rows.map((row) => `(${this.list(row)})`).join(', ')
  }
}

/**
 * A query for the rooms as they belonged on the last day of each period: `period, room, township, county, duty, since, until`. Of a
 * unit's versions the one in force on that day holds; of one that is no more, its last; of one that was entered later, its first: whatever
 * a room reported is in one place.
 */
export function roomsByPeriod(
  parameters: Parameters,
  county: string,
  periods: readonly FigurePeriod[],
  withCounties: boolean,
): string {
  const days = parameters.rows(periods.map((period) => [period, lastDayOf(period)]))
  const desk = parameters.add(county)
  const versions = (level: string): string =>
    `select distinct on (days.period, units.code) days.period, units.code, units.parent, units.duty, units.valid_until
     from (values ${days}) as days (period, day) cross join units
     where units.county = ${desk} and units.level = '${level}'
     order by days.period, units.code, (units.valid_from <= days.day) desc,
              (case when units.valid_from <= days.day then units.valid_from end) desc nulls last, units.valid_from`
  return `
    select room.period, room.code as room, room.parent as township, ${
      withCounties ? 'township.parent' : 'null::text'
    } as county, room.duty, since.first as since, room.valid_until as until
    from (${versions('room')}) as room
    join (select code, min(valid_from) as first from units where county = ${desk} and level = 'room' group by code) as since
      on since.code = room.code
    ${
      withCounties
        ? `left join (${versions('township')}) as township on township.period = room.period and township.code = room.parent`
        : ''
    }`
}
