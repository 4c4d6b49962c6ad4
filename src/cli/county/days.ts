import { daySchema } from '../../casework/records/values.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { WrongArguments } from '../command.ts'

/** A day as it was typed, or today. Throws `WrongArguments` for what is no day. */
export const dayOrToday = (typed: string | undefined): string => {
  if (typed === undefined) return dayOf(new Date().toISOString())
  if (!daySchema.safeParse(typed).success) throw new WrongArguments()
  return typed
}

/** The day of the month after a period by which its reports are due, 1 to 28; undefined for the usual one. Throws `WrongArguments`. */
export const dueDayIn = (typed: string | undefined): number | undefined => {
  if (typed === undefined) return undefined
  const day = Number(typed)
  if (!/^\d{1,2}$/.test(typed) || day < 1 || day > 28) throw new WrongArguments()
  return day
}
