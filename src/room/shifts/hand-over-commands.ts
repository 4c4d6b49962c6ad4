import type { Stored } from '../../casework/records/record.ts'
import { giveHandOver, takeHandOver } from '../../casework/shifts/hand-over-blocks.ts'
import {
  type HandOverSheet,
  handOverSheetKind,
  handOverSheetSchema,
  handOverState,
} from '../../casework/shifts/hand-over-sheet.ts'
import { hotlineShiftKind, shiftStanding } from '../../casework/shifts/hotline-shift.ts'
import { type ShiftStepTaken, takeShiftStep } from '../../casework/shifts/shift-blocks.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now, nowAfter } from '../clock.ts'
import type { ShiftsApi } from '../contract/shifts.ts'
import type { Session } from '../session.ts'
import { handOverSignatures } from './hand-over-signatures.ts'
import { seatSituation, toHandOver } from './seat-situation.ts'

type Input<Name extends keyof ShiftsApi> = Parameters<ShiftsApi[Name]>[0]

const shortestReason = 2

/** Whether the newest signature under a sheet is one of whoever is said to have signed. */
const isSigned = async (vault: OpenVault, sheet: Stored<HandOverSheet>): Promise<boolean> =>
  (await handOverSignatures(vault, sheet)).at(-1) === 'holds'

const notSigned = refused('HANDOVER_NOT_SIGNED')

/** How a shift is passed on: signed by who leaves, then by who comes. */
export const handOverCommands = (session: () => Session) => ({
  /** Keeps a sheet that was signed by who is at work. */
  async keepGiven({
    id,
    revision,
    sheet,
    because,
    signature,
  }: {
    id: string
    /** Of the shift. */
    revision: number
    sheet: Omit<HandOverSheet, 'steps'>
    because: string | null
    signature: string
  }): Promise<Outcome<{ id: string }>> {
    const { vault, me, get, commit } = session()
    const shift = await get(hotlineShiftKind, sheet.shift)
    const why = because?.trim() ?? null
    if (why !== null && why.length < shortestReason) return refused('REASON_NEEDED', { at: 'because' })
    const at = nowAfter(sheet.composedAt)
    const signed = { by: me.id, at, signature }
    const step =
      why === null
        ? { kind: 'given' as const, ...signed }
        : { kind: 'found' as const, ...signed, because: why }
    const read = handOverSheetSchema.safeParse({ ...sheet, steps: [step] })
    if (!read.success)
      return refused('SHIFT_INVALID', { at: read.error.issues[0]?.path.map(String).join('.') ?? '' })
    const lists = await toHandOver(session(), sheet.until)
    const given = giveHandOver(sheet, step, { shift: shift.value, now: lists, roles: me.roles })
    if (!given.ok) return given
    if (!(await isSigned(vault, { id, revision: 1, value: given.value }))) return notSigned
    const changes: Change[] = [{ kind: handOverSheetKind, id, expectedRevision: 0, value: given.value }]
    if (why === null) {
      const { sheets, ...seats } = await seatSituation(session())
      const situation = { ...seats, sheets: [...sheets, { id, revision: 1, value: given.value }], now: lists }
      const handedOver = takeShiftStep(
        shift,
        { kind: 'handedOver', by: me.id, at: nowAfter(shift.value.steps.at(-1)?.at ?? at), sheet: id },
        situation,
        me.roles,
      )
      if (!handedOver.ok) return handedOver
      changes.push({
        kind: hotlineShiftKind,
        id: shift.id,
        expectedRevision: revision,
        value: handedOver.value,
      })
    }
    await commit(changes)
    return done({ id })
  },

  /** Keeps that a sheet was taken on, as it was signed by who is at work. */
  async keepTaken({
    id,
    revision,
    signature,
  }: {
    id: string
    revision: number
    signature: string
  }): Promise<Outcome<null>> {
    const { vault, me, get, commit } = session()
    const { value } = await get(handOverSheetKind, id)
    const step = { kind: 'taken' as const, by: me.id, at: nowAfter(value.steps.at(-1)?.at ?? ''), signature }
    const taken = takeHandOver(value, step, me.roles)
    if (!taken.ok) return taken
    const sheet = { id, revision: revision + 1, value: taken.value }
    if (!(await isSigned(vault, sheet))) return notSigned
    await commit([
      { kind: handOverSheetKind, id, expectedRevision: revision, value: taken.value },
      ...(await takingOver(session(), sheet)),
    ])
    return done(null)
  },

  async goOn({ id, revision, because }: Input<'goOn'>): Promise<Outcome<null>> {
    const { me, get, commit } = session()
    const why = because.trim()
    if (why.length < shortestReason) return refused('REASON_NEEDED', { at: 'because' })
    const shift = await get(hotlineShiftKind, id)
    const situation = await seatSituation(session())
    const passedOn = situation.sheets.find((sheet) => sheet.id === shiftStanding(shift.value).sheet)
    const changes: Change[] = []
    let { sheets } = situation
    if (passedOn !== undefined && handOverState(passedOn.value) === 'given') {
      const at = nowAfter(passedOn.value.steps.at(-1)?.at ?? '')
      const step = { kind: 'withdrawn' as const, by: me.id, at, because: why }
      const withdrawn = takeHandOver(passedOn.value, step, me.roles)
      if (!withdrawn.ok) return withdrawn
      changes.push({
        kind: handOverSheetKind,
        id: passedOn.id,
        expectedRevision: passedOn.revision,
        value: withdrawn.value,
      })
      sheets = sheets.map((sheet) =>
        sheet.id === passedOn.id ? { ...sheet, value: withdrawn.value } : sheet,
      )
    }
    const at = nowAfter(shift.value.steps.at(-1)?.at ?? now())
    const lists = await toHandOver(session(), at)
    const after = takeShiftStep(
      shift,
      { kind: 'wentOn', by: me.id, at, because: why },
      { ...situation, sheets, now: lists },
      me.roles,
    )
    if (!after.ok) return after
    await commit([...changes, { kind: hotlineShiftKind, id, expectedRevision: revision, value: after.value }])
    return done(null)
  },
})

/** What follows for the shift of whoever took a sheet on: one that began with a ringing phone has taken over once nothing is unread. */
async function takingOver(session: Session, sheet: Stored<HandOverSheet>): Promise<Change[]> {
  const { me } = session
  const situation = await seatSituation(session)
  const sheets = situation.sheets.map((one) => (one.id === sheet.id ? sheet : one))
  const owing = situation.shifts.find(
    ({ value }) =>
      value.staffId === me.id && value.seat === sheet.value.seat && shiftStanding(value).owesTakingOver,
  )
  if (owing === undefined) return []
  const at = nowAfter(owing.value.steps.at(-1)?.at ?? '')
  const step: ShiftStepTaken = { kind: 'tookOver', by: me.id, at }
  const lists = await toHandOver(session, at)
  const after = takeShiftStep(owing, step, { ...situation, sheets, now: lists }, me.roles)
  if (!after.ok) return []
  return [{ kind: hotlineShiftKind, id: owing.id, expectedRevision: owing.revision, value: after.value }]
}
