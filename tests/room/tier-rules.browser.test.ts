import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { adoptedRulesKind } from '../../src/casework/tiers/adopted-rules.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import type { ReplayOnShow, RulesDraft } from '../../src/room/contract/tier-rules.ts'
import { shippedTierRules } from '../../src/room/tiers/shipped-rules.ts'
import type { RuleEdit } from '../../src/tiering/edit-rules.ts'
import { codeOf, given } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, fileOf, phq9 } from './casework.ts'
import { firstStaff, passphrase, setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let here: TestWindow
let room: RoomApi

beforeEach(async () => {
  await emptyStorage()
  here = openWindowHere()
  room = here.room
  await setUp(room)
})
afterEach(() => vi.useRealTimers())

const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

const edited = (...edits: RuleEdit[]): RulesDraft => ({ base: 'inForce', edits })
const stricter = edited({ kind: 'limit', rule: 'phq-9-10', limit: 'min', value: 5 })
const replaces = async () => {
  const { id, version } = (await room.tierRules()).inForce
  return { id, version }
}

/** Looks at everybody, slice by slice. */
const replayed = async (draft: RulesDraft): Promise<ReplayOnShow> => {
  let step = given(await room.replayTierRules(draft, true))
  while (step.replay === null) step = given(await room.replayTierRules(draft, false))
  return step.replay
}

const adopt = async (draft: RulesDraft) =>
  room.adoptTierRules({ draft, replaces: await replaces(), because: '示例：本室人少，早一点关注' })

describe('the tier rules', () => {
  test('are the proposal that came with the program, until a room adopts its own', async () => {
    expect(await room.tierRules()).toMatchObject({
      inForce: { id: shippedTierRules.id, version: shippedTierRules.version },
      adopted: [],
      broken: 0,
      mayAdopt: true,
    })
  })

  test('are tried on everybody, adopted by name, and go by what was adopted from then on', async () => {
    const mild = await clientWhoAgreed(room)
    await assessed(room, mild, phq9(0, 0))
    const moderate = await clientWhoAgreed(room, { name: '示例乙' })
    await assessed(room, moderate, { ...phq9(0, 0), q1: 3, q2: 3 })
    await clientWhoAgreed(room, { name: '示例丙' })
    expect((await fileOf(room, moderate)).suggestion?.tier).toBe('general')

    const seen = await replayed(stricter)
    expect(seen).toMatchObject({ of: 2, up: 1, down: 0, other: 0, unreadable: 0 })
    const { fileNumber } = (await fileOf(room, moderate)).client.value
    expect(seen.moves).toMatchObject([
      { id: moderate, fileNumber, from: 'general', to: 'watch', held: null, begins: [{ rule: 'phq-9-10' }] },
    ])
    expect((await fileOf(room, moderate)).suggestion?.tier).toBe('general')

    given(await adopt(stricter))
    const { inForce, adopted } = await room.tierRules()
    expect(inForce.rules.find(({ id }) => id === 'phq-9-10')).toMatchObject({
      proposed: false,
      when: { min: 5 },
    })
    expect(adopted[0]?.value).toMatchObject({
      adoptedBy: await firstStaff(room),
      replaces: { id: shippedTierRules.id, version: shippedTierRules.version },
      moves: { up: 1, down: 0, other: 0, of: 2 },
    })
    expect((await fileOf(room, moderate)).suggestion).toMatchObject({
      tier: 'watch',
      ruleSet: { id: inForce.id, version: inForce.version },
    })
    given(await room.decideTier({ clientId: moderate, tier: 'watch', reason: '示例' }))
    expect((await fileOf(room, moderate)).decisions[0]?.value.suggestion?.ruleSet.version).toBe(
      inForce.version,
    )
  })

  test('are adopted only with a reason, after a trial of the same rules on the same day', async () => {
    itIs('2026-11-02T02:00:00Z')
    expect(codeOf(await adopt(stricter))).toBe('REPLAY_NEEDED')
    expect(codeOf(await room.replayTierRules(stricter, false))).toBe('REPLAY_BEGUN_ANEW')
    given(await room.replayTierRules(stricter, true))
    expect(codeOf(await adopt(stricter))).toBe('REPLAY_NEEDED')
    await replayed(stricter)
    const looser = edited({ kind: 'limit', rule: 'phq-9-10', limit: 'min', value: 15 })
    expect(codeOf(await room.replayTierRules(looser, false))).toBe('REPLAY_BEGUN_ANEW')
    expect(codeOf(await adopt(looser))).toBe('REPLAY_NEEDED')
    expect(
      codeOf(await room.adoptTierRules({ draft: stricter, replaces: await replaces(), because: ' ' })),
    ).toBe('REASON_NEEDED')
    expect(codeOf(await adopt(edited()))).toBe('RULES_UNCHANGED')
    itIs('2026-11-03T02:00:00Z')
    expect(codeOf(await adopt(stricter))).toBe('REPLAY_NEEDED')
  })

  test('are not adopted over others that were adopted meanwhile, and an earlier version can be begun from', async () => {
    const before = await replaces()
    await replayed(stricter)
    given(await adopt(stricter))
    const late = { draft: stricter, replaces: before, because: '示例' }
    expect(codeOf(await room.adoptTierRules(late))).toBe('RULES_CHANGED_SINCE')
    const back: RulesDraft = { base: 'shipped', edits: [] }
    await replayed(back)
    given(await adopt(back))
    const { inForce, adopted } = await room.tierRules()
    expect(adopted).toHaveLength(2)
    expect(inForce.rules).toEqual(shippedTierRules.rules)
    expect(new Set([...adopted.map(({ value }) => value.ruleSet.version), before.version]).size).toBe(3)
  })

  test('look at nothing that is not on the shelf, nor at what others noticed and nobody verified', async () => {
    const draftOf = (edit: RuleEdit) => room.draftTierRules(edited(edit))
    const [first] = shippedTierRules.rules
    if (first === undefined) throw new Error('no rules')
    const about = (score: string, min: number): RuleEdit => ({
      kind: 'add',
      rule: {
        ...first,
        id: 'own-1',
        when: { score, scale: 'total', min },
        reason: { 'zh-CN': '{date} 示例', en: 'Example {date}' },
      },
    })
    expect(codeOf(await draftOf({ kind: 'limit', rule: 'phq-9-10', limit: 'min', value: 28 }))).toBe(
      'LIMIT_OUTSIDE_SCALE',
    )
    expect(codeOf(await draftOf(about('gone', 1)))).toBe('SCALE_UNKNOWN')
    expect(codeOf(await draftOf(about('behaviour-clues', 1)))).toBe('SCALE_UNKNOWN')
    given(await draftOf(about('phq-9', 5)))
    expect(codeOf(await room.draftTierRules({ base: '0'.repeat(32), edits: [] }))).toBe('RULES_GONE')
  })

  test('are adopted by nobody else, and not by whoever wrote into the vault what nobody entitled signed', async () => {
    const counsellor = given(await room.addStaff({ name: '示例同事', roles: ['counsellor'], passphrase })).id
    await replayed(stricter)
    given(await adopt(stricter))
    const vault = await vaultHere()
    const [honest] = await valuesOf(vault, adoptedRulesKind)
    if (honest === undefined) throw new Error('nothing adopted')
    const forged = {
      ...honest,
      ruleSet: { ...honest.ruleSet, version: '2099-1' },
      adoptedAt: '2099-01-01T00:00:00.000Z',
    }
    await vault.commit([{ kind: adoptedRulesKind, id: vault.drawId(), expectedRevision: 0, value: forged }])
    await here.close()
    here = openWindowHere()
    room = here.room
    given(await room.unlock(counsellor, passphrase))
    expect(await room.tierRules()).toMatchObject({
      inForce: { version: honest.ruleSet.version },
      broken: 1,
      mayAdopt: false,
    })
    const looser = edited({ kind: 'limit', rule: 'phq-9-10', limit: 'min', value: 15 })
    await replayed(looser)
    expect(codeOf(await adopt(looser))).toBe('NOT_SUPERVISOR')
  })
})
