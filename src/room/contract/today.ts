import type { DueItem } from '../../casework/follow-ups/follow-ups-due.ts'

export interface TodayApi {
  /** What waits, most urgent first, and the figures above it; a figure is null where the role holds no key. */
  today(): Promise<{
    items: DueItem[]
    figures: {
      clients: number | null
      priority: number | null
      assessmentsThisMonth: number | null
      callsThisMonth: number | null
    }
    /** Months and quarters that are over and not reported to the county yet, the newest first; none for whoever does not report. */
    reportsDue: string[]
    /** Records that could not be read: something that waits may be among them. */
    unreadable: number
  }>
}
