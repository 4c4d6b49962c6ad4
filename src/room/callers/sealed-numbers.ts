import { type CallerNumber, callerNumberKind, type numberUses } from '../../casework/callers/caller-number.ts'
import type { Showing } from '../../casework/callers/caller-number-blocks.ts'
import { callStanding } from '../../casework/hotline/call-standing.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import type { Stored } from '../../casework/records/record.ts'
import { now } from '../clock.ts'
import { callRules } from '../hotline/call-rules.ts'
import type { Session } from '../session.ts'

/** The number of a call: the one that is kept, else the one taken back last; null when none was taken. */
export async function numberOfCall(
  { vault }: Pick<Session, 'vault'>,
  callId: string,
): Promise<Stored<CallerNumber> | null> {
  const { records } = await vault.find(callerNumberKind, 'call', callId)
  const held = records.find(({ value }) => value.withdrawn === null)
  return held ?? records.toSorted((a, b) => b.value.takenAt.localeCompare(a.value.takenAt))[0] ?? null
}

/** Whoever is at work wanting to see the number of a call now; the call is theirs when its follow-ups are. */
export async function showingNow(
  session: Session,
  callId: string,
  use: (typeof numberUses)[number],
): Promise<Showing> {
  const { me, get } = session
  const { value } = await get(hotlineCallKind, callId)
  const callsBack = callStanding(value, await callRules(session)).responsible === me.id
  return { by: me.id, at: now(), use, callsBack, roles: me.roles }
}
