import { type CallerNumber, callerNumberKind } from '../../casework/callers/caller-number.ts'
import { showNumber, takeBackNumber, takeNumber } from '../../casework/callers/caller-number-blocks.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { maySit } from '../../casework/shifts/hotline-seats.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import type { CallersApi } from '../contract/callers.ts'
import type { Session } from '../session.ts'
import { numberOfCall, showingNow } from './sealed-numbers.ts'

type CallerNumbers = Pick<CallersApi, 'takeCallerNumber' | 'showCallerNumber' | 'takeBackCallerNumber'>
type Asked<Name extends keyof CallerNumbers> = Parameters<CallerNumbers[Name]>[0]

/** Numbers of callers, each in a record of its own: the call is read by everybody at the hotline, the number by who calls back. */
export const callerNumbersApi = (session: () => Session): CallerNumbers => {
  const save = async ({ id, revision }: { id: string; revision: number }, value: CallerNumber) => {
    await session().commit([{ kind: callerNumberKind, id, expectedRevision: revision, value }])
  }

  return {
    async takeCallerNumber({
      callId,
      number,
      callBack,
      recognise,
    }: Asked<'takeCallerNumber'>): Promise<Outcome<null>> {
      const { vault, me, get } = session()
      await get(hotlineCallKind, callId)
      if (!maySit(me.roles)) return refused('HOTLINE_ROLE_NEEDED')
      const taken = takeNumber(number, { callId, callBack, recognise, takenBy: me.id, takenAt: now() })
      if (!taken.ok) return taken
      const held = await numberOfCall(session(), callId)
      if (held === null || held.value.withdrawn !== null)
        await save({ id: vault.drawId(), revision: 0 }, taken.value)
      else await save(held, { ...held.value, number: taken.value.number, callBack, recognise })
      return done(null)
    },
    async showCallerNumber({
      id,
      revision,
      use,
    }: Asked<'showCallerNumber'>): Promise<Outcome<{ number: string }>> {
      const { vault, get } = session()
      const { value } = await get(callerNumberKind, id)
      const shown = showNumber(value, await showingNow(session(), value.callId, use))
      if (!shown.ok) return shown
      await save({ id, revision }, shown.value)
      void vault.trail.note({
        action: 'read',
        kind: callerNumberKind,
        about: id,
        detail: 'numberLookUp',
      })
      return done({ number: shown.value.number ?? '' })
    },
    async takeBackCallerNumber({ id, revision }: Asked<'takeBackCallerNumber'>): Promise<Outcome<null>> {
      const { me, get } = session()
      const { value } = await get(callerNumberKind, id)
      await save({ id, revision }, takeBackNumber(value, { by: me.id, at: now() }))
      return done(null)
    },
  }
}
