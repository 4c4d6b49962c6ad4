import { describe, expect, test } from 'vitest'
import { ClockWatch } from '../../../src/vault/audit/clock-watch.ts'

const minute = 60_000
const day = 24 * 60 * minute
const year = 365 * day
const last = '2026-11-22T08:00:00.000Z'

const watched = (wall = Date.parse(last)) => {
  const time = { wall, running: 5_000 }
  const watch = new ClockWatch(last, { wall: () => time.wall, running: () => time.running })
  const pass = (ms: number) => {
    time.wall += ms
    time.running += ms
  }
  return { time, watch, pass }
}

describe('case 23: the clock', () => {
  test('that was set back before somebody came is noticed once', () => {
    const { watch, pass } = watched(Date.parse(last) - year)
    expect(watch.look()).toEqual({ action: 'clockBack', minutes: year / minute })
    pass(day)
    expect(watch.look()).toBeNull()
  })

  test('that was set ten years on is noticed, and again when it is put right', () => {
    const { time, watch } = watched(Date.parse(last) + 10 * year)
    expect(watch.look()).toEqual({ action: 'clockForward', minutes: (10 * year) / minute })
    time.wall -= 10 * year
    expect(watch.look()).toEqual({ action: 'clockBack', minutes: (10 * year) / minute })
  })

  test('that is a little off, and a room that was closed over the holidays, are nothing', () => {
    expect(watched(Date.parse(last) - 2 * minute).watch.look()).toBeNull()
    expect(watched(Date.parse(last) + 60 * day).watch.look()).toBeNull()
    expect(watched(Date.parse(last) - 2 * minute - 1).watch.look()).not.toBeNull()
    expect(watched(Date.parse(last) + 60 * day + 1).watch.look()).not.toBeNull()
  })

  test('is compared with the running time while a window is open', () => {
    const { time, watch, pass } = watched()
    expect(watch.look()).toBeNull()
    pass(5 * day)
    expect(watch.look()).toBeNull()
    time.wall -= 3 * minute
    expect(watch.look()).toEqual({ action: 'clockBack', minutes: 3 })
    pass(minute)
    expect(watch.look()).toBeNull()
    time.wall += day
    expect(watch.look()).toBeNull()
    time.wall += 1
    expect(watch.look()).toEqual({ action: 'clockForward', minutes: day / minute })
  })

  test('that is set back in small steps is noticed as well', () => {
    const { time, watch, pass } = watched()
    watch.look()
    const seen = Array.from({ length: 4 }, () => {
      pass(minute)
      time.wall -= minute
      return watch.look()
    })
    expect(seen.filter((jump) => jump !== null)).toEqual([{ action: 'clockBack', minutes: 3 }])
  })

  test('of the machine is used when no other is given', () => {
    expect(new ClockWatch(new Date().toISOString()).look()).toBeNull()
  })
})
