import type { HotlineCall } from '../../casework/hotline-call.ts'
import type { Stored } from '../../casework/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** What the worker fills in; who, when it began and when it ended are kept by the room. */
export type CallEntry = Omit<HotlineCall, 'startedAt' | 'endedAt' | 'worker' | 'followUp'>

export interface HotlineApi {
  /** Newest first, with the names of the workers by id. */
  listCalls(): Promise<{
    calls: Stored<HotlineCall>[]
    staffNames: Record<string, string>
    unreadable: number
  }>
  openCall(id: string): Promise<Outcome<Stored<HotlineCall>>>
  startCall(): Promise<Outcome<Stored<HotlineCall>>>
  saveCall(input: { id: string; revision: number; entry: CallEntry }): Promise<Outcome<Stored<HotlineCall>>>
  /** Ends the call; refused with CALL_INCOMPLETE and `detail.missing` (field names, comma-separated) while something required is open. */
  endCall(input: { id: string; revision: number; entry: CallEntry }): Promise<Outcome<Stored<HotlineCall>>>
  /** What came of calling back or checking; the call itself stays as it was. */
  recordFollowUp(input: {
    id: string
    revision: number
    entry: string
  }): Promise<Outcome<Stored<HotlineCall>>>
}
