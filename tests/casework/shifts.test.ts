import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChange } from '../../src/casework/records/check-change.ts'
import type { Stored } from '../../src/casework/records/record.ts'
import {
  giveHandOver,
  givingBlocks,
  takeHandOver,
  takingBlocks,
  unreadHandOvers,
} from '../../src/casework/shifts/hand-over-blocks.ts'
import {
  type HandOverSheet,
  handOverSheetKind,
  handOverState,
  handOverStatement,
} from '../../src/casework/shifts/hand-over-sheet.ts'
import { defaultSeats } from '../../src/casework/shifts/hotline-seats.ts'
import {
  type HotlineShift,
  hotlineShiftKind,
  hotlineShiftSchema,
  shiftStanding,
} from '../../src/casework/shifts/hotline-shift.ts'
import {
  afterStartCall,
  openingBlocks,
  openSeat,
  runningShifts,
  type SeatSituation,
  shiftBlocks,
  takeShiftStep,
} from '../../src/casework/shifts/shift-blocks.ts'
import {
  atHour,
  handOverStep,
  morning,
  night,
  nothing,
  sheetOf,
  shiftOf,
  shiftStep,
  signature,
} from './hotline-records.ts'
import { idOf, stored } from './records.ts'

const worker = ['hotline' as const]
const codes = (blocks: readonly { code: string }[]) => blocks.map(({ code }) => code)
const situation = (
  shifts: Stored<HotlineShift>[] = [],
  sheets: Stored<HandOverSheet>[] = [],
): SeatSituation & { now: typeof nothing } => ({ seats: defaultSeats, shifts, sheets, now: nothing })
const sitting = (by: string, seat = 1) => ({ by, seat, at: atHour(12), duty: null })
const opening = (known: SeatSituation, by = morning, seat = 1) =>
  codes(openingBlocks(sitting(by, seat), known, worker))

const closedNight = stored(70, shiftOf(['opened', 'handedOver', 'closed']))
const waiting = {
  calls: [],
  followUps: [],
  crises: [{ of: 'call' as const, record: idOf(5), number: 'R2026-0001', at: atHour(3), level: null }],
}

describe('opening a seat', () => {
  it('needs nothing where nothing lies', () => {
    expect(opening(situation())).toEqual([])
    expect(openSeat(sitting(morning), situation(), worker)).toEqual({
      ok: true,
      value: shiftOf([], {
        staffId: morning,
        steps: [{ kind: 'opened', by: morning, at: atHour(12), sheet: null }],
      }),
    })
  })
  it('is refused while a hand-over lies there unread', () => {
    const known = situation([closedNight], [stored(77, sheetOf(['given']))])
    expect(openSeat(sitting(morning), known, worker)).toEqual({
      ok: false,
      refusal: { code: 'HANDOVER_UNREAD', detail: { seat: 1, unread: 1 } },
    })
    expect(opening(known, morning, 2)).toEqual([])
  })
  it('goes on from the hand-over that was taken on', () => {
    const known = situation(
      [closedNight],
      [stored(77, sheetOf(['given'], { steps: [handOverStep('given'), handOverStep('taken', morning)] }))],
    )
    expect(openSeat(sitting(morning), known, worker)).toMatchObject({
      value: { steps: [{ sheet: idOf(77) }] },
    })
  })
  it('is refused while somebody sits there, or oneself elsewhere', () => {
    const known = situation([stored(70, shiftOf(['opened']))])
    expect(opening(known)).toEqual(['SEAT_TAKEN'])
    expect(opening(known, night, 2)).toEqual(['ALREADY_SEATED'])
  })
  it('is refused after somebody left, until the records were looked through', () => {
    const left = situation([stored(70, shiftOf(['opened', 'leftBehind']))])
    expect(opening(left)).toEqual(['HANDOVER_MISSING'])
    const found = { ...left, sheets: [stored(77, sheetOf(['found']))] }
    expect(opening(found)).toEqual(['HANDOVER_UNREAD'])
    expect(opening({ ...left, sheets: [stored(77, sheetOf(['found', 'taken']))] })).toEqual([])
  })
  it('is for who holds the key, at a seat there is', () => {
    expect(codes(openingBlocks(sitting(morning), situation(), ['administrator']))).toEqual([
      'HOTLINE_ROLE_NEEDED',
    ])
    expect(opening(situation(), morning, 7)).toEqual(['SEAT_UNKNOWN'])
  })
})

describe('start call', () => {
  it('works while a hand-over lies unread, while the seat is taken, and where there is no such seat', () => {
    const begun = (shifts: Stored<HotlineShift>[], seat = 1) => afterStartCall(sitting(morning, seat), shifts)
    for (const shift of [begun([closedNight]), begun([stored(70, shiftOf(['opened']))]), begun([], 9)]) {
      expect(hotlineShiftSchema.safeParse(shift).success).toBe(true)
      expect(shift && shiftStanding(shift)).toMatchObject({ state: 'emergency', owesTakingOver: true })
    }
    expect(begun([stored(70, shiftOf(['opened'], { staffId: morning }))])).toBeNull()
  })
  it('leaves the hand-over owed: nothing is passed on before it was read', () => {
    const shift = stored(71, shiftOf([], { staffId: morning, steps: [shiftStep('calledFirst', morning)] }))
    const unread = situation([closedNight, shift], [stored(77, sheetOf(['given']))])
    const tookOver = { kind: 'tookOver' as const, by: morning, at: atHour(13) }
    expect(codes(shiftBlocks(shift, tookOver, unread, worker))).toEqual(['HANDOVER_UNREAD'])
    expect(
      codes(shiftBlocks(shift, { ...tookOver, kind: 'handedOver', sheet: idOf(78) }, unread, worker)),
    ).toEqual(['STEP_NOT_OPEN'])
    const read = situation(unread.shifts.slice(), [
      stored(77, sheetOf([], { steps: [handOverStep('given'), handOverStep('taken', morning)] })),
    ])
    const after = takeShiftStep(shift, tookOver, read, worker)
    expect(after).toMatchObject({
      value: { steps: [{ kind: 'calledFirst' }, { kind: 'tookOver', sheet: idOf(77) }] },
    })
  })
})

describe('handing over', () => {
  const shift = shiftOf(['opened'])
  const { steps: _, ...content } = sheetOf([])
  const given = { kind: 'given' as const, by: night, at: atHour(11), signature }
  const giving = (
    more: Partial<Parameters<typeof givingBlocks>[2]> = {},
    step: Parameters<typeof givingBlocks>[1] = given,
  ) => codes(givingBlocks(content, step, { shift, now: nothing, roles: worker, ...more }))

  it('is signed by who sat there, while it is their shift, over what the records say then', () => {
    expect(giving()).toEqual([])
    expect(giving({}, { ...given, by: morning })).toEqual(['NOT_YOUR_SHIFT'])
    expect(giving({ shift: shiftOf(['calledFirst']) })).toEqual(['SHIFT_NOT_OPEN'])
    expect(giving({ now: waiting })).toEqual(['HANDOVER_OUTDATED'])
    expect(giving({ roles: ['coordinator'] })).toEqual(['HOTLINE_ROLE_NEEDED'])
    expect(giveHandOver(content, given, { shift, now: nothing, roles: worker })).toMatchObject({
      value: { steps: [given] },
    })
  })
  it('is made by who comes when somebody left', () => {
    const found = { ...given, kind: 'found' as const, by: morning, because: '示例：同事突然生病' }
    expect(giving({}, found)).toEqual(['SHIFT_NOT_LEFT'])
    expect(giving({ shift: shiftOf(['opened', 'leftBehind']) }, found)).toEqual([])
  })
  it('is signed by both sides, and taken back by who gave it alone', () => {
    const sheet = sheetOf(['given'])
    const taken = { kind: 'taken' as const, by: morning, at: atHour(12), signature }
    const back = { kind: 'withdrawn' as const, by: night, at: atHour(12), because: '示例：又来了电话' }
    expect(takeHandOver(sheet, taken, worker)).toMatchObject({
      value: { steps: [{ by: night }, { by: morning }] },
    })
    expect(codes(takingBlocks(sheet, taken, ['administrator']))).toEqual(['HOTLINE_ROLE_NEEDED'])
    expect(codes(takingBlocks(sheet, back, worker))).toEqual([])
    expect(codes(takingBlocks(sheet, { ...back, by: morning }, worker))).toEqual(['NOT_YOUR_HANDOVER'])
    expect(codes(takingBlocks(sheetOf(['given', 'taken']), back, worker))).toEqual(['STEP_NOT_OPEN'])
  })
  it('what is signed tells the sheet, its content and the other signature apart', () => {
    const statements = [
      handOverStatement(idOf(77), content, null),
      handOverStatement(idOf(78), content, null),
      handOverStatement(idOf(77), { ...content, note: '示例' }, null),
      handOverStatement(idOf(77), content, given),
      handOverStatement(idOf(77), content, { ...given, signature: 'cd'.repeat(64) }),
    ]
    expect(new Set(statements).size).toBe(statements.length)
  })
  it('a sheet is never rewritten, only signed', () => {
    const sheet = sheetOf(['given'])
    expect(checkChange(handOverSheetKind, sheet, sheetOf(['given', 'taken']))).toMatchObject({ ok: true })
    expect(
      checkChange(handOverSheetKind, sheet, { ...sheetOf(['given', 'taken']), note: '示例' }),
    ).toMatchObject({
      refusal: { code: 'RECORD_CLOSED', at: 'note' },
    })
    expect(checkChange(hotlineShiftKind, shift, { ...shift, seat: 2 })).toMatchObject({ ok: false })
  })
  it('the oldest unread comes first', () => {
    const older = stored(76, sheetOf(['given'], { composedAt: atHour(1) }))
    const newer = stored(77, sheetOf(['given']))
    expect(unreadHandOvers([newer, older, stored(78, sheetOf(['given', 'taken']))], 1)).toEqual([
      older,
      newer,
    ])
  })
})

describe('a shift under way', () => {
  const open = stored(70, shiftOf(['opened']))
  const handing = stored(70, shiftOf(['opened', 'handedOver']))
  const sheet = (kinds: Parameters<typeof sheetOf>[0]) => stored(77, sheetOf(kinds))
  const blocks = (
    shift: Stored<HotlineShift>,
    step: Parameters<typeof shiftBlocks>[1],
    known = situation(),
  ) => codes(shiftBlocks(shift, step, known, worker))
  const by = { by: night, at: atHour(12) }

  it.each<[string, string[]]>([
    ['given', []],
    ['withdrawn', ['HANDOVER_NOT_GIVEN']],
  ])('is handed over with a sheet that is %s', (state, expected) => {
    const known = situation([open], [sheet(state === 'given' ? ['given'] : ['given', 'withdrawn'])])
    expect(blocks(open, { kind: 'handedOver', ...by, sheet: idOf(77) }, known)).toEqual(expected)
  })
  it('is not handed over with the sheet of another one', () => {
    const known = situation([open], [stored(77, sheetOf(['given'], { shift: idOf(71) }))])
    expect(blocks(open, { kind: 'handedOver', ...by, sheet: idOf(77) }, known)).toEqual([
      'HANDOVER_NOT_GIVEN',
    ])
  })
  it('is closed once it was handed over and nothing came up since', () => {
    const known = situation([handing], [sheet(['given'])])
    expect(blocks(handing, { kind: 'closed', ...by }, known)).toEqual([])
    expect(blocks(handing, { kind: 'closed', ...by }, situation([handing]))).toEqual(['HANDOVER_NOT_GIVEN'])
    expect(
      codes(shiftBlocks(handing, { kind: 'closed', ...by }, { ...known, now: waiting }, worker)),
    ).toEqual(['HANDOVER_OUTDATED'])
    expect(blocks(open, { kind: 'closed', ...by }, known)).toEqual(['STEP_NOT_OPEN'])
  })
  it('goes on when the sheet was taken back, or taken on', () => {
    const wentOn = { kind: 'wentOn' as const, ...by, because: '示例：又来了电话' }
    expect(blocks(handing, wentOn, situation([handing], [sheet(['given'])]))).toEqual(['HANDOVER_STANDS'])
    expect(blocks(handing, wentOn, situation([handing], [sheet(['given', 'withdrawn'])]))).toEqual([])
    expect(blocks(handing, wentOn, situation([handing], [sheet(['given', 'taken'])]))).toEqual([])
  })
  it('is nobody else’s, but can be closed for who left', () => {
    const log = { ...shiftStep('logged'), by: morning }
    if (log.kind !== 'logged') throw new Error('not a line of the log')
    expect(blocks(open, log)).toEqual(['NOT_YOUR_SHIFT'])
    expect(blocks(open, { kind: 'leftBehind', by: morning, at: atHour(12), because: '示例：生病' })).toEqual(
      [],
    )
    expect(blocks(open, { kind: 'leftBehind', ...by, because: '示例：生病' })).toEqual(['SHIFT_IS_YOURS'])
  })
  it('names the sheet it passes on, and none that was taken back', () => {
    expect(shiftStanding(handing.value)).toMatchObject({
      state: 'handingOver',
      sheet: idOf(77),
      closedAt: null,
    })
    expect(shiftStanding(shiftOf(['opened', 'handedOver', 'wentOn'])).sheet).toBeNull()
    expect(shiftStanding(closedNight.value)).toMatchObject({
      state: 'closed',
      sheet: idOf(77),
      openedAt: atHour(1),
    })
  })
})

it('whoever comes and goes, no seat is opened over an unread hand-over, and the phone is always answered', () => {
  const action = fc.record({
    by: fc.constantFrom(night, morning),
    seat: fc.integer({ min: 1, max: 2 }),
    what: fc.constantFrom(
      'open',
      'call',
      'give',
      'handOver',
      'close',
      'take',
      'tookOver',
      'leave',
      'found',
      'back',
      'goOn',
    ),
  })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const shifts: Stored<HotlineShift>[] = []
      const sheets: Stored<HandOverSheet>[] = []
      let clock = 0
      for (const { by, seat, what } of actions) {
        const at = atHour(clock++)
        const known = situation(shifts, sheets)
        const own = runningShifts(shifts).find(({ value }) => value.staffId === by)
        const there = runningShifts(shifts).find(({ value }) => value.seat === seat)
        const lying = unreadHandOvers(sheets, seat)
        const { steps: _, ...content } = sheetOf([], {
          seat,
          composedAt: at,
          shift: (own ?? there)?.id ?? idOf(99),
        })
        const step = (shift: Stored<HotlineShift> | undefined, taken: Parameters<typeof shiftBlocks>[1]) => {
          if (shift === undefined) return
          const after = takeShiftStep(shift, taken, known, worker)
          if (after.ok)
            shifts[shifts.indexOf(shift)] = { ...shift, value: hotlineShiftSchema.parse(after.value) }
        }
        const sign = (
          sheet: Stored<HandOverSheet> | undefined,
          taken: Parameters<typeof takeHandOver>[1],
        ) => {
          if (sheet === undefined) return
          const after = takeHandOver(sheet.value, taken, worker)
          if (after.ok) sheets[sheets.indexOf(sheet)] = { ...sheet, value: after.value }
        }
        const give = (shift: Stored<HotlineShift> | undefined, taken: Parameters<typeof givingBlocks>[1]) => {
          if (shift === undefined) return
          const after = giveHandOver({ ...content, shift: shift.id, seat: shift.value.seat }, taken, {
            shift: shift.value,
            now: nothing,
            roles: worker,
          })
          if (after.ok) sheets.push(stored(500 + sheets.length, after.value))
        }
        if (what === 'open') {
          const opened = openSeat({ seat, by, at, duty: null }, known, worker)
          if (opened.ok) {
            expect(lying).toEqual([])
            shifts.push(stored(100 + shifts.length, opened.value))
          }
        }
        if (what === 'call') {
          const begun = afterStartCall({ seat, by, at, duty: null }, shifts)
          expect(begun === null).toBe(own !== undefined)
          if (begun) shifts.push(stored(100 + shifts.length, begun))
        }
        if (what === 'give') give(own, { kind: 'given', by, at, signature })
        if (what === 'found')
          give(
            shifts.findLast(({ value }) => value.seat === seat),
            { kind: 'found', by, at, signature, because: '示例' },
          )
        if (what === 'handOver')
          step(own, { kind: 'handedOver', by, at, sheet: sheets.at(-1)?.id ?? idOf(99) })
        if (what === 'close') step(own, { kind: 'closed', by, at })
        if (what === 'goOn') step(own, { kind: 'wentOn', by, at, because: '示例' })
        if (what === 'tookOver') step(own, { kind: 'tookOver', by, at })
        if (what === 'leave') step(there, { kind: 'leftBehind', by, at, because: '示例' })
        if (what === 'take') sign(lying[0], { kind: 'taken', by, at, signature })
        if (what === 'back') sign(lying[0], { kind: 'withdrawn', by, at, because: '示例' })
      }
      // Every shift that ended in good order passed on a sheet that somebody signed.
      for (const { id, value } of shifts) {
        if (value.steps.at(-1)?.kind !== 'closed') continue
        expect(
          sheets.some((sheet) => sheet.value.shift === id && handOverState(sheet.value) !== 'composed'),
        ).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
