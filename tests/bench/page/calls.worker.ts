import * as Comlink from 'comlink'
import { type HotlineCall, hotlineCallKind } from '../../../src/casework/hotline/hotline-call.ts'
import type { Stored } from '../../../src/casework/records/record.ts'
import { callListsApi } from '../../../src/room/callers/call-lists.ts'
import { shippedCallRules } from '../../../src/room/hotline/call-rules.ts'
import { createRandom } from '../../../src/simulation/random.ts'
import { simulateCalls } from '../../../src/simulation/simulate-calls.ts'
import type { HotlineSetting } from '../../../src/simulation/simulated-room.ts'
import { addDays } from '../../../src/tiering/calendar.ts'
import { timed, timeEach, timingOf } from '../vault/timing.ts'
import { newVault, sessionOn, stored } from './vault-on-trial.ts'

const callsInCommit = 200
/** A room for which the simulation has about a thousand calls a month. */
const clients = 1200
const yearLength = 365
const spans = [7, 28, 91, 365]
/** What somebody types, letter after letter, and what is chosen besides. */
const typed = [
  'r',
  'r2',
  'r20',
  'r202',
  'r2026',
  'r2026-',
  'r2026-1',
  's',
  'sl',
  'sl1',
  'sl12',
  '示',
  '示例',
  '示例1',
  '2026-10',
  '没有',
]

/** So many calls, the newest of the day before `until`. */
const callsOf = (calls: number, until: string): Stored<HotlineCall>[] => {
  const staff = 'a'.repeat(32)
  const setting: HotlineSetting = {
    counsellors: [staff],
    hotlineWorkers: ['b'.repeat(32)],
    callRules: shippedCallRules,
  }
  const years = Math.ceil(calls / (clients * 0.028 * yearLength)) + 1
  const since = addDays(until, -years * yearLength)
  const all = simulateCalls(clients, setting, since, until, createRandom('anxin-bench/calls'))
  if (all.length < calls) throw new Error(`${all.length} calls only`)
  return all.slice(-calls)
}

const callsBench = {
  /** Fills a vault with calls through its own commits. */
  async fill({ calls, until }: { calls: number; until: string }) {
    const made = await timed(() => callsOf(calls, until))
    const vault = await newVault()
    const { took } = await timed(async () => {
      for (let from = 0; from < calls; from += callsInCommit)
        await vault.commit(stored(hotlineCallKind, made.gave.slice(from, from + callsInCommit)))
      await vault.snapshot({ forgetOlder: true })
    })
    return { made: made.took, took, rows: (await vault.ids(hotlineCallKind)).length }
  },
  /** The first board after unlocking, from all records; then any other; then after each call that is saved; and every search. */
  async measure() {
    const session = await sessionOn()
    const { callBoard, searchCalls, callSummary } = callListsApi(() => session)
    const first = await timed(() => callBoard({ days: 28 }))
    const board = await timeEach([...spans, ...spans, ...spans, ...spans, ...spans], (days) =>
      callBoard({ days }),
    )
    const search = await timeEach(typed, (text) => searchCalls({ text }))
    const filtered = await timeEach(typed, (text) =>
      searchCalls({ text, type: 'suicideRisk', level: 'atOnce', unsettled: false }),
    )
    const day = new Date().toISOString().slice(0, 10)
    const summary = await timed(() => callSummary({ from: addDays(day, -91), until: day }))
    await session.vault.check()
    const [call] = callsOf(1, day)
    const saves: number[] = []
    const boards: number[] = []
    for (let time = 0; call !== undefined && time < 20; time++) {
      const change = {
        kind: hotlineCallKind,
        id: session.vault.drawId(),
        expectedRevision: 0,
        value: call.value,
      }
      saves.push((await timed(() => session.commit([change]))).took)
      boards.push((await timed(() => callBoard({ days: 28 }))).took)
    }
    return {
      first: first.took,
      board,
      search,
      filtered,
      summary: summary.took,
      saved: timingOf(saves),
      boardAfterSaving: timingOf(boards),
    }
  },
}
export type CallsBench = typeof callsBench

Comlink.expose(callsBench)
