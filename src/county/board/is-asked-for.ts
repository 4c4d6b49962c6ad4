import { periodKindOf } from '../../statistics/period.ts'
import { isInForceOn, type Unit } from '../units/unit.ts'
import { lastDayOf } from './last-day-of.ts'

/** Whether a unit is one that has to report a period: a room that is there on its last day. Rooms that report quarters only are asked for no month. */
export const isAskedFor = (unit: Unit, period: string): boolean =>
  unit.level === 'room' &&
  isInForceOn(unit, lastDayOf(period)) &&
  (unit.duty === 'month' || (unit.duty === 'quarter' && periodKindOf(period) === 'quarter'))
