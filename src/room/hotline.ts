import { missingFromCall } from '../casework/call-requirements.ts'
import { type CallFollowUp, type HotlineCall, hotlineCallKind } from '../casework/hotline-call.ts'
import type { Stored } from '../casework/record.ts'
import { done, refused } from '../instruments/outcome.ts'
import type { Change } from '../vault/vault.ts'
import { now } from './clock.ts'
import { commands } from './commands.ts'
import type { CallEntry, HotlineApi } from './contract/hotline.ts'
import { factsOf } from './facts.ts'
import type { Session } from './session.ts'
import { staffNames } from './staff-names.ts'

const blankEntry: CallEntry = {
  callerRole: 'unknown',
  alias: '',
  sex: null,
  ageBand: null,
  callType: 'general',
  specialKind: null,
  concern: '',
  danger: null,
  ideation: null,
  hopelessness: null,
  responseLevel: null,
  actions: [],
  disposition: null,
  followUpDue: null,
}

const shortestEntry = 2

/** The hope hotline: a call is a record from its first second, saved as it is spoken. */
export const hotlineApi = (session: () => Session): HotlineApi => {
  const running = async (id: string): Promise<Stored<HotlineCall> | null> => {
    const call = await session().get(hotlineCallKind, id)
    return call.value.endedAt === null ? call : null
  }

  const save = async (
    input: { id: string; revision: number },
    value: HotlineCall,
    alongside: Change[] = [],
  ) => {
    const { id, revision } = input
    const { get, commit } = session()
    await commit([{ kind: hotlineCallKind, id, expectedRevision: revision, value }, ...alongside])
    return done(await get(hotlineCallKind, id))
  }

  return {
    async listCalls() {
      const { records, unreadable } = await session().list(hotlineCallKind)
      const calls = records.toSorted((a, b) => b.value.startedAt.localeCompare(a.value.startedAt))
      return { calls, unreadable, staffNames: staffNames(session()) }
    },
    ...commands({
      async openCall(id: string) {
        return done(await session().get(hotlineCallKind, id))
      },
      async startCall() {
        const { me, vault } = session()
        const call = { ...blankEntry, startedAt: now(), endedAt: null, worker: me.id, followUp: null }
        return save({ id: vault.drawId(), revision: 0 }, call)
      },
      async saveCall(input: { id: string; revision: number; entry: CallEntry }) {
        const call = await running(input.id)
        if (!call) return refused('CALL_ENDED')
        return save(input, { ...call.value, ...input.entry })
      },
      async endCall(input: { id: string; revision: number; entry: CallEntry }) {
        const call = await running(input.id)
        if (!call) return refused('CALL_ENDED')
        const ended = { ...call.value, ...input.entry, endedAt: now() }
        const missing = missingFromCall(ended)
        if (missing.length > 0) return refused('CALL_INCOMPLETE', { detail: { missing: missing.join(',') } })
        return save(input, ended, [factsOf(session()).called(ended)])
      },
      async recordFollowUp(input: { id: string; revision: number; entry: string }) {
        const { me, get } = session()
        const entry = input.entry.trim()
        if (entry.length < shortestEntry) return refused('ENTRY_NEEDED', { at: 'entry' })
        const call = await get(hotlineCallKind, input.id)
        const followUp: CallFollowUp = { doneBy: me.id, doneAt: now(), entry }
        return save(input, { ...call.value, followUp })
      },
    }),
  }
}
