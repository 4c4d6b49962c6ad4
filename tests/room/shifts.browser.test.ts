import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type HandOverSheet, handOverSheetKind } from '../../src/casework/shifts/hand-over-sheet.ts'
import { hotlineShiftKind } from '../../src/casework/shifts/hotline-shift.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, fileOf, register } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const opened = async (room: RoomApi, seat = 1) => given(await room.openSeat({ seat })).id
const revisionOf = async (room: RoomApi, shiftId: string) => (await room.shift(shiftId)).shift.revision

/** Signs over what the records say now. */
const give = async (
  room: RoomApi,
  shiftId: string,
  { note = '', because = null as string | null, composed = null as Composed | null } = {},
) => {
  const { composedAt, until, crises, followUps, calls } =
    composed ?? (await room.composeHandOver({ shiftId, until: null }))
  return room.giveHandOver({
    shiftId,
    revision: await revisionOf(room, shiftId),
    sheet: { composedAt, until, crises, followUps, calls, supervisor: ' 示例督导 ', equipment: '', note },
    because,
  })
}
type Composed = Awaited<ReturnType<RoomApi['composeHandOver']>>

const step = async (room: RoomApi, id: string, taken: Parameters<RoomApi['takeShiftStep']>[0]['step']) =>
  room.takeShiftStep({ id, revision: await revisionOf(room, id), step: taken })

const seatOf = async (room: RoomApi, seat: number) => {
  const found = (await room.shiftBoard()).seats.find((one) => one.seat === seat)
  if (found === undefined) throw new Error('no such seat')
  return found
}

/** A room with a second person, who answers the hotline and nothing else. */
const roomOfTwo = async () => {
  const window = openWindowHere()
  await setUp(window.room)
  const first = await firstStaff(window.room)
  const worker = given(await window.room.addStaff({ name: '示例夜班', roles: ['hotline'], passphrase })).id
  return { ...window, first, worker }
}

const as = async (staffId: string) => {
  const window = openWindowHere()
  await unlock(window.room, staffId)
  return window
}

describe('a shift', () => {
  test('is opened, logged and handed over; both sides sign, and unread it blocks the seat but no ringing phone', async () => {
    const { room, close, first, worker } = await roomOfTwo()
    const id = await opened(room)
    expect(await room.shift(id)).toMatchObject({ standing: { state: 'open' }, isMine: true, seatName: '1' })
    expect(codeOf(await room.openSeat({ seat: 2 }))).toBe('ALREADY_SEATED')
    const note = '示例：二号耳机有杂音'
    given(await step(room, id, { kind: 'logged', about: 'equipment', note, callId: null }))
    expect(codeOf(await step(room, id, { kind: 'logged', about: 'other', note: '', callId: null }))).toBe(
      'SHIFT_INVALID',
    )
    const call = given(await room.startCall(null))
    expect(call.value.seat).toBe(1)
    expect((await room.shift(id)).calls).toMatchObject([{ id: call.id, number: call.value.number }])
    expect(codeOf(await step(room, id, { kind: 'closed' }))).toBe('STEP_NOT_OPEN')

    const sheet = given(await give(room, id, { note: '示例：等那通电话' })).id
    expect(await room.handOver(sheet)).toMatchObject({
      state: 'given',
      signatures: ['holds'],
      sheet: {
        value: {
          calls: [{ record: call.id, number: call.value.number }],
          supervisor: '示例督导',
          steps: [{ kind: 'given', by: first }],
        },
      },
    })
    expect((await room.shift(id)).standing).toMatchObject({ state: 'handingOver', sheet })
    given(await step(room, id, { kind: 'closed' }))
    expect(codeOf(await room.openSeat({ seat: 1 }))).toBe('HANDOVER_UNREAD')
    await close()

    const night = await as(worker)
    const theirs = night.room
    expect(await seatOf(theirs, 1)).toMatchObject({
      running: [],
      unread: [{ id: sheet, givenBy: first }],
      blocks: [{ code: 'HANDOVER_UNREAD' }],
    })
    expect(codeOf(await theirs.openSeat({ seat: 1 }))).toBe('HANDOVER_UNREAD')
    // The phone rings.
    expect(given(await theirs.startCall(1)).value).toMatchObject({ seat: 1, worker })
    const { own } = await theirs.shiftBoard()
    const shift = own ?? ''
    expect((await theirs.shift(shift)).standing).toMatchObject({ state: 'emergency', owesTakingOver: true })
    expect(codeOf(await step(theirs, shift, { kind: 'tookOver' }))).toBe('HANDOVER_UNREAD')
    expect(codeOf(await give(theirs, shift))).toBe('SHIFT_NOT_OPEN')

    given(await theirs.takeHandOver({ id: sheet, revision: 1 }))
    expect(await theirs.handOver(sheet)).toMatchObject({ state: 'taken', signatures: ['holds', 'holds'] })
    expect((await theirs.shift(shift)).shift.value.steps).toMatchObject([
      { kind: 'calledFirst' },
      { kind: 'tookOver', sheet },
    ])
    expect(codeOf(await theirs.takeHandOver({ id: sheet, revision: 2 }))).toBe('STEP_NOT_OPEN')
    await night.close()
  })

  test('cannot end while something came up since its sheet: it goes on, the sheet is taken back, and another is made', async () => {
    const { room } = await roomOfTwo()
    const id = await opened(room)
    const before = await room.composeHandOver({ shiftId: id, until: null })
    given(await room.startCall(null))
    expect(codeOf(await give(room, id, { composed: before }))).toBe('HANDOVER_OUTDATED')
    const sheet = given(await give(room, id)).id
    given(await room.startCall(null))
    expect((await room.shift(id)).closing).toMatchObject([
      { code: 'HANDOVER_OUTDATED', detail: { missing: 1 } },
    ])
    expect(codeOf(await step(room, id, { kind: 'closed' }))).toBe('HANDOVER_OUTDATED')
    const revision = await revisionOf(room, id)
    expect(codeOf(await room.goOn({ id, revision, because: ' ' }))).toBe('REASON_NEEDED')
    given(await room.goOn({ id, revision, because: '示例：又来了电话' }))
    expect((await room.handOver(sheet)).state).toBe('withdrawn')
    expect((await seatOf(room, 1)).unread).toEqual([])
    const second = given(await give(room, id)).id
    expect((await room.handOver(second)).sheet.value.calls).toHaveLength(2)
    given(await step(room, id, { kind: 'closed' }))
    expect((await room.shift(id)).sheets.map(({ state }) => state)).toEqual(['given', 'withdrawn'])
  })

  test('that somebody left behind is closed by a colleague, who makes the sheet from the records', async () => {
    const { close, first, worker } = await roomOfTwo()
    await close()
    const night = await as(worker)
    const id = await opened(night.room)
    expect(codeOf(await step(night.room, id, { kind: 'leftBehind', because: '示例' }))).toBe('SHIFT_IS_YOURS')
    await night.close()

    const morning = await as(first)
    expect((await morning.room.shift(id)).isMine).toBe(false)
    expect(codeOf(await step(morning.room, id, { kind: 'closed' }))).toBe('STEP_NOT_OPEN')
    expect(codeOf(await give(morning.room, id, { because: '示例：突然生病' }))).toBe('SHIFT_NOT_LEFT')
    expect(codeOf(await morning.room.openSeat({ seat: 1 }))).toBe('SEAT_TAKEN')
    given(await step(morning.room, id, { kind: 'leftBehind', because: '示例：突然生病' }))
    expect(codeOf(await morning.room.openSeat({ seat: 1 }))).toBe('HANDOVER_MISSING')
    expect(await seatOf(morning.room, 1)).toMatchObject({ left: id })
    expect(codeOf(await give(morning.room, id, { because: '' }))).toBe('REASON_NEEDED')
    const sheet = given(await give(morning.room, id, { because: '示例：突然生病' })).id
    expect(codeOf(await morning.room.openSeat({ seat: 1 }))).toBe('HANDOVER_UNREAD')
    given(await morning.room.takeHandOver({ id: sheet, revision: 1 }))
    const next = await opened(morning.room)
    expect((await morning.room.shift(next)).shift.value.steps).toMatchObject([{ kind: 'opened', sheet }])
    await morning.close()
  })
})

test('a sheet names a crisis by its episode alone: the file stands beside it only for who may open files', async () => {
  const { room, close, worker } = await roomOfTwo()
  const clientId = await register(room)
  await agree(room, clientId, 'casefile')
  const from = { kind: 'observed' as const, note: '示例：照实记下' }
  const episode = given(await room.openCrisis({ clientId, from })).id
  const { fileNumber } = (await fileOf(room, clientId)).client.value
  const id = await opened(room)
  const sheet = given(await give(room, id)).id
  given(await step(room, id, { kind: 'closed' }))
  const shown = await room.handOver(sheet)
  expect(shown.sheet.value.crises).toMatchObject([{ of: 'crisis', record: episode, number: '' }])
  expect(shown.files).toEqual({ [episode]: { clientId, fileNumber } })
  await close()

  const { room: theirs, close: leave } = await as(worker)
  const seen = await theirs.handOver(sheet)
  expect(seen.sheet.value.crises).toHaveLength(1)
  expect(seen.files).toEqual({})
  expect(JSON.stringify(seen)).not.toContain(fileNumber)
  // What they cannot see they cannot be told to have forgotten.
  given(await theirs.takeHandOver({ id: sheet, revision: 1 }))
  const next = await opened(theirs)
  expect(await theirs.composeHandOver({ shiftId: next, until: null })).toMatchObject({
    crises: [],
    knowsCrises: false,
  })
  await leave()
})

test('a signature that somebody else made, or over something else, does not hold', async () => {
  const { room, first } = await roomOfTwo()
  const id = await opened(room)
  const sheet = given(await give(room, id)).id
  const vault = await vaultHere()
  const stored = await vault.get(handOverSheetKind, sheet)
  if (stored === null) throw new Error('no sheet')
  const forged: HandOverSheet = { ...stored.value, note: '示例：改过' }
  const shift = (await vault.get(hotlineShiftKind, id))?.value
  expect(shift?.staffId).toBe(first)
  const other = vault.drawId()
  await vault.commit([{ kind: handOverSheetKind, id: other, expectedRevision: 0, value: forged }])
  await room.signOut('locked')
  await unlock(room, first)
  expect((await room.handOver(sheet)).signatures).toEqual(['holds'])
  expect((await room.handOver(other)).signatures).toEqual(['broken'])
})

test('the seats are named by a supervisor or an administrator; one that was used is retired, not removed', async () => {
  const { room, close, worker } = await roomOfTwo()
  const { seats, revision, mayChange } = await room.hotlineSeats()
  expect([seats.length, revision, mayChange]).toEqual([2, 0, true])
  const named = [
    { number: 1, name: '示例东间', retired: false },
    { number: 2, name: '示例西间', retired: false },
    { number: 3, name: '示例里间', retired: false },
  ]
  const save = (next: typeof named, at: number) => room.changeHotlineSeats({ revision: at, seats: next })
  given(await save(named, 0))
  expect(codeOf(await save(named, 0))).toBe('CONFLICT')
  expect(codeOf(await save(named.slice(0, 2), 1))).toBe('SEAT_GONE')
  expect(codeOf(await save(named.slice(0, 1), 1))).toBe('TWO_SEATS_NEEDED')
  expect(codeOf(await save([...named, { number: 3, name: '示例', retired: false }], 1))).toBe('SEATS_INVALID')
  given(
    await save(
      named.map((seat) => ({ ...seat, retired: seat.number === 1 })),
      1,
    ),
  )
  expect((await room.shiftBoard()).seats.map(({ name }) => name)).toEqual(['示例西间', '示例里间'])
  expect(codeOf(await room.openSeat({ seat: 1 }))).toBe('SEAT_UNKNOWN')
  given(await room.openSeat({ seat: 2 }))
  expect(await room.openSeat({ seat: 3 })).toEqual({
    ok: false,
    refusal: { code: 'ALREADY_SEATED', detail: { seat: '示例西间' } },
  })
  expect(given(await room.startCall(1)).value.seat).toBe(2)
  await close()
  const night = await as(worker)
  const theirs = await night.room.hotlineSeats()
  expect(theirs.mayChange).toBe(false)
  expect(codeOf(await night.room.changeHotlineSeats({ revision: 2, seats: theirs.seats }))).toBe(
    'SEATS_ROLE_NEEDED',
  )
  await night.close()
})

test('two people at two windows of one machine each have a shift of their own, and sign it in their own name', async () => {
  const one = openWindow()
  await setUp(one.room)
  const worker = given(await one.room.addStaff({ name: '示例夜班', roles: ['hotline'], passphrase })).id
  const two = openWindow()
  await unlock(two.room, worker)
  expect((await two.room.windowStanding(-1)).part).toBe('reads')
  const theirs = await opened(two.room, 2)
  const clientId = await register(one.room)
  await agree(one.room, clientId, 'casefile')
  given(await one.room.openCrisis({ clientId, from: { kind: 'observed', note: '示例：照实记下' } }))
  given(await two.room.startCall(2))
  const note = '示例：一切正常'
  await vi.waitFor(async () =>
    given(await step(two.room, theirs, { kind: 'logged', about: 'other', note, callId: null })),
  )
  // What the other window could open they could not, and so it is not missing from what they sign.
  const sheet = await vi.waitFor(async () => given(await give(two.room, theirs)).id)
  expect(await one.room.handOver(sheet)).toMatchObject({
    signatures: ['holds'],
    sheet: { value: { crises: [], steps: [{ kind: 'given', by: worker }] } },
  })
  expect(codeOf(await one.room.takeHandOver({ id: sheet, revision: 1 }))).toBe('ACCEPTED')
  await vi.waitFor(async () => given(await step(two.room, theirs, { kind: 'closed' })))
  expect(await one.room.handOver(sheet)).toMatchObject({ state: 'taken', signatures: ['holds', 'holds'] })
  two.end()
  await one.close()
}, 60_000)
