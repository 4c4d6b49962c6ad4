import { z } from 'zod'
import { daySchema, townshipCodeSchema } from '../casework/records/values.ts'

/** Codes change on the first day of a year, never within one. */
const yearBeginsSchema = daySchema.refine((day) => day.endsWith('-01-01'))

/** A township by its statistical division code, for as long as it has it. */
export const placeSchema = z.strictObject({
  /** 9 digits: province 2, city 2, county 2, township 3. */
  code: townshipCodeSchema,
  label: z.strictObject({ 'zh-CN': z.string().min(1).max(60), en: z.string().min(1).max(60) }),
  /** In force from this first of January on. */
  from: yearBeginsSchema,
  /** The first of January from which on it is no more; null while it is in force. */
  until: yearBeginsSchema.nullable(),
  /** What its people are counted under afterwards; several when it was split. Empty while it is in force. */
  becomes: z.array(townshipCodeSchema).max(20),
})
export type Place = z.infer<typeof placeSchema>

/** Whether a place is in force throughout a year. */
export const isInForce = ({ from, until }: Pick<Place, 'from' | 'until'>, year: number): boolean =>
  from <= `${year}-01-01` && (until === null || until > `${year}-01-01`)

/** The county, 6 digits, that a township lies in. */
export const countyOf = ({ code }: Pick<Place, 'code'>): string => code.slice(0, 6)

/** What keeps a list of places one list: no code twice at a time, none that ends before it begins or ends into nothing. */
export function* brokenPlaces(places: readonly Place[]): Generator<string> {
  for (const [position, place] of places.entries()) {
    const { code, from, until, becomes } = place
    if (until !== null && until <= from) yield `${code}: ends before it begins`
    if ((until === null) !== (becomes.length === 0)) yield `${code}: what it becomes belongs to its end`
    const twice = places.some(
      (other, at) =>
        at < position && other.code === code && !(endOf(other) <= from || endOf(place) <= other.from),
    )
    if (twice) yield `${code}: given twice`
    for (const next of becomes) {
      const follows = places.some(
        (other) => other.code === next && until !== null && isInForce(other, Number(until.slice(0, 4))),
      )
      if (!follows) yield `${code}: becomes ${next}, which is not there`
    }
  }
}

const endOf = ({ until }: Place): string => until ?? '9999-12-31'
