/** Something that waits for somebody. Names stay out: the file number is enough to act on. */
export interface TodayItem {
  kind: 'openAlert' | 'tierOverdue' | 'callFollowUp' | 'openCall'
  urgency: 'now' | 'today' | 'week'
  /** The client or the call. */
  id: string
  fileNumber: string | null
  /** Since when it is open, or when it is due. */
  at: string
}

export interface TodayApi {
  today(): Promise<{
    items: TodayItem[]
    figures: { clients: number; priority: number; callsThisMonth: number; assessmentsThisMonth: number }
  }>
}
