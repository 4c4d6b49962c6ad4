import { describe, expect, test } from 'vitest'
import { composePayload } from '../../../src/exchange/compose-payload.ts'
import { type PackagePayload, payloadText } from '../../../src/exchange/package-payload.ts'
import { protectionOf, type ReleasedTable } from '../../../src/exchange/protection.ts'
import { attackRelease } from '../../../src/exchange/release/attack-release.ts'
import { passGate } from '../../../src/exchange/release/gate.ts'
import type { Guard } from '../../../src/exchange/release/guard.ts'
import { prepareRelease } from '../../../src/exchange/release/prepare-release.ts'
import { writePackage } from '../../../src/exchange/write-package.ts'
import { codeOf, deskOf, given, makeUnit, planReference } from '../../support/exchange.ts'
import { shippedPlan } from '../../support/release-plan.ts'
import { countedOf, testGuard } from './counted.ts'
import { roomFacts } from './room-facts.ts'

const period = '2026-Q3'
const profile = 'medium'
const facts = roomFacts('gate', 90).map((fact) => ({ ...fact, month: '2026-08' }))
const counted = countedOf(facts, { period, profile })
const room = await makeUnit('990101101')
const county = await makeUnit('990101')
// As the room opens what it wrote: with its own identity.
const desk = { ...deskOf(county, [room]), identity: room.keys.identity }
const { tables } = await prepareRelease(counted, room.keys, testGuard())
const protection = await attackRelease(tables, counted, testGuard())

const payloadOf = (changed: Partial<Pick<PackagePayload, 'tables' | 'protection'>> = {}): PackagePayload =>
  given(
    composePayload({
      plan: planReference,
      from: { code: '990101101', releaseProfile: profile },
      county: { unit: '990101', kid: county.kid },
      period,
      link: { seq: 1, previous: null },
      created: '2026-11-02',
      audit: null,
      late: 0,
      tables,
      protection,
      ...changed,
    }),
  )
const bytesOf = async (payload: PackagePayload) =>
  (await writePackage(payload, shippedPlan, room.keys, county.card)).bytes

/** The tables with the first withheld cell of the first table that has both kinds shown as it is. */
const showing = (): ReleasedTable[] => {
  const opened = tables.findIndex(({ cells }) => cells.includes(null) && cells.some((n) => n !== null))
  const truth = counted.tables[opened]?.cells ?? []
  return tables.map((table, place) => {
    const hidden = table.cells.indexOf(null)
    return place === opened ? { ...table, cells: table.cells.with(hidden, truth[hidden] ?? 0) } : table
  })
}

describe('the bytes that would be written', () => {
  test('pass when they say what was shown, and withstand the attack', async () => {
    const payload = payloadOf()
    const text = payloadText(payload)
    const passed = given(await passGate(await bytesOf(payload), desk, { text, counted }, testGuard()))
    expect(payloadText(passed.payload)).toBe(text)
    expect(payload.protection).toMatchObject({ withheld: protection.withheld, targets: protection.withheld })
  })

  test('a flipped byte, another text, another account of protection', async () => {
    const payload = payloadOf()
    const text = payloadText(payload)
    const bytes = await bytesOf(payload)
    const flipped = bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1)
    const other = payloadOf({ protection: protectionOf(tables, { ...protection, digest: 'e'.repeat(64) }) })
    for (const [given, meant] of [
      [flipped, text],
      [bytes, text.replace('"late":0', '"late":5')],
      [await bytesOf(other), payloadText(other)],
      [new Uint8Array(0), text],
    ] as const)
      expect(codeOf(await passGate(given, desk, { text: meant, counted }, testGuard()))).toBe(
        'RELEASE_NOT_READ_BACK',
      )
  })

  test('a patched program: a withheld count shown all the same never comes through', async () => {
    const shown = showing()
    const payload = payloadOf({ tables: shown, protection: protectionOf(shown, protection) })
    const text = payloadText(payload)
    // Such a file is not even written; put together beside the program, the gate refuses it as well.
    await expect(bytesOf(payload)).rejects.toThrow()
    const attacked = attackRelease(shown, counted, testGuard())
    await expect(attacked).rejects.toMatchObject({ code: 'RELEASE_NOT_PROTECTED' })
    expect(text).not.toBe(payloadText(payloadOf()))
  })

  test('other counts than those here', async () => {
    const payload = payloadOf()
    const expected = { text: payloadText(payload), counted: countedOf(facts.slice(9), { period, profile }) }
    expect(codeOf(await passGate(await bytesOf(payload), desk, expected, testGuard()))).toBe(
      'RELEASE_RESIDUAL',
    )
  })

  test('a guard that throws anything at all', async () => {
    const payload = payloadOf()
    const guard: Guard = {
      protect: testGuard().protect,
      attack: () => Promise.reject(new Error('no memory')),
    }
    const expected = { text: payloadText(payload), counted }
    expect(codeOf(await passGate(await bytesOf(payload), desk, expected, guard))).toBe('RELEASE_SOLVER')
  })
})
