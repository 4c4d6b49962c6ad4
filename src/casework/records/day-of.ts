/** The day of the room's calendar, for what is counted of records. */
export { dayOf } from '../../tiering/calendar.ts'
