import { callEnd, takeCallStep, workersOf } from '../../casework/hotline/call-blocks.ts'
import { callClosingBlocks } from '../../casework/hotline/call-closing.ts'
import { nextCallNumber } from '../../casework/hotline/call-number.ts'
import { checklistName } from '../../casework/hotline/call-review.ts'
import type { CallRules } from '../../casework/hotline/call-rules.ts'
import { callStanding } from '../../casework/hotline/call-standing.ts'
import { type CallStep, callStepSchema } from '../../casework/hotline/call-step.ts'
import {
  type CallFollowUp,
  type HotlineCall,
  hotlineCallKind,
  hotlineCallSchema,
} from '../../casework/hotline/hotline-call.ts'
import type { Stored } from '../../casework/records/record.ts'
import { maySit } from '../../casework/shifts/hotline-seats.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { now, nowAfter } from '../clock.ts'
import type { CallEntry, HotlineApi } from '../contract/hotline.ts'
import { takingHere } from '../crisis/taking.ts'
import type { Session } from '../session.ts'
import { seatForCall } from '../shifts/seat-for-call.ts'
import { blankEntry } from './blank-entry.ts'
import { callRules } from './call-rules.ts'
import type { FormRevisions } from './form-revisions.ts'
import { sitters } from './sitters.ts'

type CallsApi = Pick<
  HotlineApi,
  'startCall' | 'saveCall' | 'endCall' | 'takeCallStep' | 'reviewCall' | 'recordFollowUp'
>

const shortestEntry = 2

/** A later moment than anything that stands in the call, so that a clock set back reorders nothing. */
export const nextMoment = ({ startedAt, steps = [] }: HotlineCall): string =>
  nowAfter(steps.at(-1)?.at ?? startedAt)

const firstField = (issues: readonly { path: readonly PropertyKey[] }[]): string =>
  issues[0]?.path.map(String).join('.') ?? ''

/** Calls from their first second on: kept as they are spoken, ended, and looked after. */
export const callsApi = (session: () => Session, forms: FormRevisions): CallsApi => {
  const store = async (
    { id, revision }: Pick<Stored<HotlineCall>, 'id' | 'revision'>,
    value: HotlineCall,
    change: 'form' | 'step',
  ): Promise<Outcome<Stored<HotlineCall>>> => {
    const { get, commit } = session()
    await commit([{ kind: hotlineCallKind, id, expectedRevision: revision, value }])
    const stored = await get(hotlineCallKind, id)
    forms.made(id, stored.revision, change)
    return done(stored)
  }

  /** The running call that a form was opened on, with what stands in the form now. */
  const filledIn = async (input: {
    id: string
    revision: number
    entry: CallEntry
  }): Promise<Outcome<Stored<HotlineCall>>> => {
    const call = await session().get(hotlineCallKind, input.id)
    if (call.value.endedAt !== null) return refused('CALL_ENDED')
    if (!forms.isCurrent(call.id, input.revision, call.revision)) return refused('CONFLICT')
    return done({ ...call, value: { ...call.value, ...input.entry } })
  }

  const withStep = async (
    call: Stored<HotlineCall>,
    step: CallStep,
    rules: CallRules,
  ): Promise<Outcome<Stored<HotlineCall>>> => {
    const after = takeCallStep(call.value, step, takingHere(session()), rules)
    if (!after.ok) return after
    return store(call, after.value, 'step')
  }

  const stepped = async (
    { id, revision }: { id: string; revision: number | null },
    entered: object,
  ): Promise<Outcome<Stored<HotlineCall>>> => {
    const { me, get } = session()
    const call = await get(hotlineCallKind, id)
    if (revision !== null && revision !== call.revision) return refused('CONFLICT')
    const read = callStepSchema.safeParse({ ...entered, by: me.id, at: nextMoment(call.value) })
    if (!read.success) return refused('CALL_STEP_INVALID', { at: firstField(read.error.issues) })
    const step = asToldBy(me.id, read.data)
    if (step.kind === 'handedOver' && !sitters(session()).some((one) => one.id === step.to))
      return refused('UNKNOWN_STAFF', { at: 'to' })
    return withStep(call, step, await callRules(session()))
  }

  return {
    async startCall(seat) {
      const { me, vault, list, commit, get } = session()
      if (!maySit(me.roles)) return refused('HOTLINE_ROLE_NEEDED')
      const at = now()
      const { records } = await list(hotlineCallKind)
      const taken = records.flatMap(({ value }) => value.number ?? [])
      const place = await seatForCall(session(), at, seat)
      const value: HotlineCall = {
        ...blankEntry,
        actions: [],
        startedAt: at,
        endedAt: null,
        worker: me.id,
        followUp: null,
        number: nextCallNumber(taken, Number(dayOf(at).slice(0, 4))),
        seat: place.seat,
        steps: [],
      }
      const id = vault.drawId()
      await commit([{ kind: hotlineCallKind, id, expectedRevision: 0, value }, ...place.alongside])
      return done(await get(hotlineCallKind, id))
    },
    async saveCall(input) {
      const call = await filledIn(input)
      if (!call.ok) return call
      const read = hotlineCallSchema.safeParse(call.value.value)
      if (!read.success) return refused('CALL_INVALID', { at: firstField(read.error.issues) })
      return store(call.value, joinedBy(session().me.id, call.value.value), 'form')
    },
    async endCall(input) {
      const call = await filledIn(input)
      if (!call.ok) return call
      const { me } = session()
      const rules = await callRules(session())
      const taking = takingHere(session())
      const running = { ...call.value.value, steps: call.value.value.steps ?? [] }
      const end = callEnd(running, { by: me.id, at: nextMoment(running) }, rules)
      const ended = takeCallStep(running, end, taking, rules)
      if (!ended.ok) return ended
      const value = closedIfSettled(ended.value, me.id, taking, rules)
      const stored = await store(call.value, value, 'form')
      forms.forget(input.id)
      return stored
    },
    async takeCallStep({ id, revision, step }) {
      return stepped({ id, revision }, step)
    },
    async reviewCall({ id, revision, review }) {
      const { competences } = await callRules(session())
      return stepped({ id, revision }, { ...review, kind: 'reviewed', checklist: checklistName(competences) })
    },
    async recordFollowUp(input) {
      const { me, get } = session()
      const entry = input.entry.trim()
      if (entry.length < shortestEntry) return refused('ENTRY_NEEDED', { at: 'entry' })
      const call = await get(hotlineCallKind, input.id)
      if (call.value.steps !== undefined) return refused('RECORD_CLOSED', { at: 'followUp' })
      const followUp: CallFollowUp = { doneBy: me.id, doneAt: now(), entry }
      return store({ ...call, revision: input.revision }, { ...call.value, followUp }, 'form')
    },
  }
}

/** Whoever enters what was told outside says now, and themselves, whether the caller knows of it. */
function asToldBy(by: string, step: CallStep): CallStep {
  if (step.kind !== 'disclosed') return step
  const clientTold = step.told.clientTold.map((telling) => ({ ...telling, by, at: step.at }))
  return { ...step, told: { ...step.told, clientTold } }
}

/** The call, in which whoever fills in its form stands as somebody who joined, unless they took it. */
function joinedBy(by: string, call: HotlineCall): HotlineCall {
  if (call.steps === undefined || workersOf(call).includes(by)) return call
  return { ...call, steps: [...call.steps, { kind: 'joined', by, at: nextMoment(call) }] }
}

/** A call with which nothing is left to do is closed in the breath in which it ends. */
function closedIfSettled(
  call: HotlineCall,
  by: string,
  taking: Parameters<typeof takeCallStep>[2],
  rules: CallRules,
): HotlineCall {
  const at = nextMoment(call)
  if (callClosingBlocks(call, callStanding(call, rules), at, rules).length > 0) return call
  const closed = takeCallStep(call, { kind: 'closed', by, at }, taking, rules)
  return closed.ok ? closed.value : call
}
