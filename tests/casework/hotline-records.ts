import type { CallLine } from '../../src/casework/hotline/call-line.ts'
import type { HandOverLists } from '../../src/casework/shifts/compose-hand-over.ts'
import type { HandOverSheet, HandOverStep } from '../../src/casework/shifts/hand-over-sheet.ts'
import type { HotlineShift, ShiftStep } from '../../src/casework/shifts/hotline-shift.ts'
import type { RosterDuty, RosterStep } from '../../src/casework/shifts/roster-duty.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import { idOf } from './records.ts'

export const [night, morning, planner, outsider] = [idOf(11), idOf(12), idOf(13), idOf(14)] as const
export const signature = 'ab'.repeat(64)
/** Hours after the beginning of the night shift, 22 November 2026, 20:00. */
export const atHour = (hours: number): string =>
  new Date(Date.parse('2026-11-22T12:00:00.000Z') + hours * 3_600_000).toISOString()

export const dutyOf = (more: Partial<RosterDuty> = {}): RosterDuty => ({
  seat: 1,
  staffId: night,
  from: atHour(0),
  until: atHour(12),
  plannedBy: planner,
  plannedAt: atHour(-100),
  steps: [],
  ...more,
})

export function rosterStep(kind: RosterStep['kind'], by = night, at = atHour(-10)): RosterStep {
  switch (kind) {
    case 'swapAsked':
      return { kind, by, at, of: null, note: '' }
    case 'reassigned':
      return { kind, by, at, to: morning, because: '示例：换人' }
    case 'cancelled':
      return { kind, by, at, because: '示例：取消' }
    default:
      return { kind, by, at }
  }
}

export function shiftStep(kind: ShiftStep['kind'], by = night, at = atHour(1)): ShiftStep {
  switch (kind) {
    case 'opened':
    case 'tookOver':
      return { kind, by, at, sheet: null }
    case 'logged':
      return { kind, by, at, about: 'equipment', note: '示例：耳机换了一副', callId: null }
    case 'handedOver':
      return { kind, by, at, sheet: idOf(77) }
    case 'wentOn':
    case 'leftBehind':
      return { kind, by, at, because: '示例：又来了电话' }
    default:
      return { kind, by, at }
  }
}

export const shiftOf = (
  kinds: readonly ShiftStep['kind'][],
  more: Partial<HotlineShift> = {},
): HotlineShift => ({
  seat: 1,
  staffId: night,
  duty: null,
  steps: kinds.map((kind) => shiftStep(kind)),
  ...more,
})

export function handOverStep(kind: HandOverStep['kind'], by = night, at = atHour(11)): HandOverStep {
  switch (kind) {
    case 'withdrawn':
      return { kind, by, at, because: '示例：又来了电话' }
    case 'found':
      return { kind, by, at, signature, because: '示例：同事突然生病' }
    default:
      return { kind, by, at, signature }
  }
}

export const nothing: HandOverLists = { crises: [], followUps: [], calls: [] }

export const sheetOf = (
  kinds: readonly HandOverStep['kind'][],
  more: Partial<HandOverSheet> = {},
): HandOverSheet => ({
  seat: 1,
  shift: idOf(70),
  composedAt: atHour(11),
  until: atHour(24),
  ...nothing,
  supervisor: '示例督导',
  equipment: '',
  note: '',
  steps: kinds.map((kind) => handOverStep(kind)),
  ...more,
})

export const lineOf = (more: Partial<CallLine> = {}): CallLine => {
  const startedAt = more.startedAt ?? atHour(2)
  return {
    id: idOf(1),
    number: 'R2026-0001',
    seat: 1,
    worker: night,
    state: 'closed',
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + 600_000).toISOString(),
    day: dayOf(startedAt),
    hour: 22,
    alias: '',
    type: 'general',
    specialKind: null,
    level: 'planned',
    asked: 'yes',
    isHighRisk: false,
    done: [],
    followUps: [],
    isUnsettled: false,
    ...more,
  }
}
