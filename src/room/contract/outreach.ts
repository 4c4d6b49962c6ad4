import type { Outreach, OutreachActivity } from '../../casework/activities/outreach.ts'
import type { OutreachCategories, OutreachCount } from '../../casework/activities/outreach-categories.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** Which activities are asked for; null for all. */
export interface OutreachFilter {
  /** `YYYY-MM` */
  month: string | null
  /** Id of a category. */
  category: string | null
}

export interface OutreachOnShow {
  /** The newest first, those entered by mistake among them. */
  activities: Stored<Outreach>[]
  /** By category, of the month asked for and of every category; what was entered by mistake does not count. */
  counts: OutreachCount[]
  /** Months in which there is something, the newest first. */
  months: string[]
  categories: OutreachCategories
  staffNames: Record<string, string>
  unreadable: number
}

/** Categories are rules of the room: `adoptRoomRules` changes them. */
export interface OutreachApi {
  /** Rejects with NO_KEY. */
  outreach(filter: OutreachFilter): Promise<OutreachOnShow>
  /** Rejects with NOT_FOUND or NO_KEY. */
  outreachActivity(id: string): Promise<{
    activity: Stored<Outreach>
    categories: OutreachCategories
    staffNames: Record<string, string>
  }>
  /** Who may be named as having been there: everybody who works here. */
  outreachStaff(): Promise<{ id: string; name: string }[]>
  /** Enters an activity that was held. Refused with NO_KEY, OUTREACH_INVALID (the field in `at`), OUTREACH_AHEAD or CATEGORY_UNKNOWN. */
  recordOutreach(activity: OutreachActivity): Promise<Outcome<{ id: string }>>
  /**
   * Enters a later version; the earlier ones stay. `struckOut`: it was entered by mistake. Refused as `recordOutreach` is, and with
   * REASON_NEEDED.
   */
  correctOutreach(input: {
    id: string
    revision: number
    activity: OutreachActivity
    struckOut: boolean
    because: string
  }): Promise<Outcome<null>>
}
