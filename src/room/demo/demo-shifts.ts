import { hoursAfter } from '../../casework/crisis/crisis-follow-ups.ts'
import { callLineOf } from '../../casework/hotline/call-line.ts'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { composeHandOver } from '../../casework/shifts/compose-hand-over.ts'
import {
  type HandOverSheet,
  type HandOverStep,
  handOverSheetKind,
} from '../../casework/shifts/hand-over-sheet.ts'
import { type HotlineShift, hotlineShiftKind } from '../../casework/shifts/hotline-shift.ts'
import { type RosterDuty, rosterDutyKind } from '../../casework/shifts/roster-duty.ts'
import { addDays, instantAt } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { proposedRules } from '../rules-in-force.ts'
import { signHandOver } from '../shifts/hand-over-signatures.ts'

const words: Record<
  Language,
  { supervisor: string; fine: string; quiet: string; told: string; swap: string }
> = {
  'zh-CN': {
    supervisor: '示例督导',
    fine: '示例：两副耳机都好用。',
    quiet: '示例：今晚比较安静。',
    told: '示例：夜里有一通说有计划的来电，家人已到身边，等着接手。',
    swap: '示例：那天家里有事，想换一下。',
  },
  en: {
    supervisor: 'Example supervisor',
    fine: 'Example: both headsets work.',
    quiet: 'Example: a quiet evening.',
    told: 'Example: one caller told of a plan in the night; the family is there; it waits to be taken on.',
    swap: 'Example: something at home that day, may we swap?',
  },
}

/** Where the demonstration's shifts were kept; the other seat is free. */
const seat = 2
const daysPlanned = 7

/** Two shifts that have passed at one seat: the first hand-over signed by both sides, the second waiting to be read; and a week's roster. */
export const demoShifts = async (
  [mine, worker]: readonly [OpenVault, OpenVault],
  calls: readonly Stored<HotlineCall>[],
  inDanger: string,
  language: Language,
): Promise<Change[]> => {
  const said = words[language]
  const [me, other] = [mine.staff.id, worker.staff.id]
  const at = (hoursAgo: number): string => hoursAfter(now(), -hoursAgo)
  const put = <T>(kind: RecordKind<T>, value: T, id = mine.drawId()): Change => ({
    kind,
    id,
    expectedRevision: 0,
    value,
  })
  const [first, second, before, waiting] = [mine.drawId(), mine.drawId(), mine.drawId(), mine.drawId()]

  const given = async (
    by: OpenVault,
    id: string,
    shift: string,
    hoursAgo: number,
    note: string,
  ): Promise<{ content: Omit<HandOverSheet, 'steps'>; step: HandOverStep }> => {
    const composedAt = at(hoursAgo)
    const lines = calls
      .filter(({ value }) => Date.parse(value.startedAt) < Date.parse(composedAt))
      .map(callLineOf)
    const until = hoursAfter(composedAt, 12)
    const content = {
      ...{ seat, shift, composedAt, until },
      ...composeHandOver({ calls: lines, episodes: [] }, until, proposedRules.followUps),
      ...{ supervisor: said.supervisor, equipment: said.fine, note },
    }
    const signature = await signHandOver(by, id, content, null)
    return { content, step: { kind: 'given', by: by.staff.id, at: composedAt, signature } }
  }
  const early = await given(mine, before, first, 14.1, said.quiet)
  const late = await given(worker, waiting, second, 2, said.told)
  const taken: HandOverStep = {
    kind: 'taken',
    by: other,
    at: at(13.9),
    signature: await signHandOver(worker, before, early.content, early.step),
  }

  const shifts: [string, HotlineShift][] = [
    [
      first,
      {
        ...{ seat, staffId: me, duty: null },
        steps: [
          { kind: 'opened', by: me, at: at(22), sheet: null },
          { kind: 'logged', by: me, at: at(20), about: 'equipment', note: said.fine, callId: null },
          { kind: 'handedOver', by: me, at: at(14.1), sheet: before },
          { kind: 'closed', by: me, at: at(14) },
        ],
      },
    ],
    [
      second,
      {
        ...{ seat, staffId: other, duty: null },
        steps: [
          { kind: 'opened', by: other, at: at(13.8), sheet: before },
          { kind: 'logged', by: other, at: at(9), about: 'linkage', note: said.told, callId: inDanger },
          { kind: 'handedOver', by: other, at: at(2), sheet: waiting },
          { kind: 'closed', by: other, at: at(1.9) },
        ],
      },
    ],
  ]
  return [
    ...shifts.map(([id, value]) => put(hotlineShiftKind, value, id)),
    put(handOverSheetKind, { ...early.content, steps: [early.step, taken] }, before),
    put(handOverSheetKind, { ...late.content, steps: [late.step] }, waiting),
    ...roster(me, other, said.swap).map((duty) => put(rosterDutyKind, duty)),
  ]
}

/** Days for one, nights for the other; one of the days somebody asks to swap. */
const roster = (me: string, other: string, note: string): RosterDuty[] =>
  Array.from({ length: daysPlanned }, (_, ahead): RosterDuty[] => {
    const day = addDays(today(), ahead)
    const planned = { plannedBy: me, plannedAt: hoursAfter(now(), -24) }
    const swap: RosterDuty['steps'] =
      ahead === 3 ? [{ kind: 'swapAsked', by: me, at: hoursAfter(now(), -3), of: null, note }] : []
    return [
      {
        ...{ seat: 1, staffId: me, ...planned, steps: swap },
        ...{ from: instantAt(day, 8 * 60), until: instantAt(day, 20 * 60) },
      },
      {
        ...{ seat: 2, staffId: other, ...planned, steps: [] },
        ...{ from: instantAt(day, 20 * 60), until: instantAt(addDays(day, 1), 8 * 60) },
      },
    ]
  }).flat()
