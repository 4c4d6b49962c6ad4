import { beforeEach, describe, expect, test } from 'vitest'
import type { SetUp } from '../../src/room/contract/access.ts'
import { codeOf, given } from '../support/exchange.ts'
import { failAtCall } from './failing-storage.ts'
import { copied, firstStaff, passphrase, recovering, roomCode, setUp, typed, unlock } from './set-up.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

describe('setting up', () => {
  test('what is refused stores nothing', async () => {
    const { room } = openWindow()
    const before = await indexedDB.databases()
    const refusals: [string, Partial<SetUp>][] = [
      ['UNIT_NAME_NEEDED', { unitName: '  ' }],
      ['UNIT_NAME_NEEDED', { unitName: '\u200b' }],
      ['UNIT_CODE_INVALID', { unitCode: '99010110' }],
      ['UNIT_CODE_INVALID', { unitCode: '990101' }],
      ['UNIT_CODE_INVALID', { unitCode: '000000001' }],
      ['CLIENTS_LAST_YEAR_INVALID', { clientsLastYear: -1 }],
      ['CLIENTS_LAST_YEAR_INVALID', { clientsLastYear: 1.5 }],
      ['INVALID_STAFF', { staffName: ' ' }],
      ['WEAK_PASSPHRASE', { passphrase: 'aaaaaaaaaaaa' }],
      ['RECOVERY_WORDS_DIFFER', { confirmedWords: [] }],
      ['INVALID_RECORD', { unitName: '示'.repeat(101) }],
    ]
    for (const [code, change] of refusals) {
      const { input } = await typed(room, 'room', change)
      expect(codeOf(await room.setUp(input)), JSON.stringify(change)).toBe(code)
    }
    expect(await indexedDB.databases()).toEqual(before)
    expect(await room.phase()).toEqual({ phase: 'new' })

    const { input } = await typed(room, 'room')
    const [first, ...others] = input.confirmedWords
    const mistyped = [{ ...(first ?? { paper: 0, position: 0 }), word: '错' }, ...others]
    expect(codeOf(await room.setUp({ ...input, confirmedWords: mistyped }))).toBe('RECOVERY_WORDS_DIFFER')
    expect(codeOf(await room.setUp(input))).toBe('ACCEPTED')
  })

  test('is there again after locking, for whoever knows the passphrase', async () => {
    const first = openWindow()
    await setUp(first.room)
    expect(await first.room.phase()).toMatchObject({
      phase: 'open',
      unit: { kind: 'room', code: roomCode, releaseProfile: 'large' },
      me: { name: '示例咨询师', roles: ['counsellor', 'administrator'] },
      waitingAnswers: 0,
      unusableAnswers: 0,
    })
    const { id } = given(
      await first.room.registerClient({
        name: '示例甲',
        birthDate: null,
        sex: null,
        township: null,
        phone: null,
      }),
    )
    await first.close()

    const second = openWindow()
    const locked = await second.room.phase()
    expect(locked).toMatchObject({
      phase: 'locked',
      unit: { kind: 'room', name: '示例镇心理咨询室' },
      staff: [{ name: '示例咨询师' }],
      waitingAnswers: 0,
      clientModeOpen: false,
      demoPassphrase: null,
    })
    const staffId = await firstStaff(second.room)
    await expect(second.room.listClients('')).rejects.toThrow('LOCKED')
    expect(codeOf(await second.room.unlock(staffId, '另一句别的口令示例'))).toBe('WRONG_PASSPHRASE')
    expect(await second.room.phase()).toEqual(locked)
    given(await second.room.unlock(staffId, passphrase))
    expect((await second.room.listClients('')).clients.map((client) => client.id)).toEqual([id])
    const { input } = await typed(second.room, 'room')
    expect(codeOf(await second.room.setUp(input))).toBe('OPEN_ELSEWHERE')
  })

  test('a unit is set up once', async () => {
    const first = openWindow()
    await setUp(first.room)
    await first.close()
    const second = openWindow()
    const { input } = await typed(second.room, 'county')
    expect(codeOf(await second.room.setUp(input))).toBe('VAULT_EXISTS')
    await unlock(second.room)
    expect(await second.room.phase()).toMatchObject({ unit: { kind: 'room' } })
  })
})

test('the recovery words give a new passphrase; other words change nothing', async () => {
  const first = openWindow()
  const words = await setUp(first.room)
  await first.close()

  const { room } = openWindow()
  const staffId = await firstStaff(room)
  const newPassphrase = '恢复以后的另一句示例口令'
  const { input, next } = await recovering(room, { words, newPassphrase, halves: true })
  expect(codeOf(await room.checkRecoverySheet(words))).toBe('ACCEPTED')
  for (const wrong of [words.toReversed(), next]) {
    expect(codeOf(await room.checkRecoverySheet(wrong))).toMatch(/^RECOVERY_WORDS_/)
    expect(codeOf(await room.recover({ ...input, words: wrong }))).toMatch(/^RECOVERY_WORDS_/)
  }
  expect(codeOf(await room.recover({ ...input, newPassphrase: 'aaaa' }))).toBe('WEAK_PASSPHRASE')
  expect(codeOf(await room.recover({ ...input, confirmedWords: [] }))).toBe('RECOVERY_WORDS_DIFFER')
  expect(await room.phase()).toMatchObject({ phase: 'locked', recoverySheet: { sheet: 1, halves: false } })
  given(await room.recover(input))
  expect(await room.phase()).toMatchObject({ phase: 'open', me: { id: staffId } })
})

test('case 22: a second window comes in but sets nothing up and recovers nobody', async () => {
  const first = openWindow()
  const words = await setUp(first.room)
  const second = openWindow()
  const staffId = await firstStaff(second.room)
  const newPassphrase = '恢复以后的另一句示例口令'
  const { input } = await recovering(second.room, { words, newPassphrase })
  expect(codeOf(await second.room.recover(input))).toBe('OPEN_ELSEWHERE')
  expect(await second.room.phase()).toMatchObject({ phase: 'locked' })
  given(await second.room.unlock(staffId, passphrase))
  expect(await second.room.phase()).toMatchObject({ phase: 'open' })
})

test('two at once at the same door: one comes in', async () => {
  const first = openWindow()
  await setUp(first.room)
  await first.close()
  const { room } = openWindow()
  const staffId = await firstStaff(room)
  const codes = (await Promise.all([room.unlock(staffId, passphrase), room.unlock(staffId, passphrase)])).map(
    codeOf,
  )
  expect(codes).toEqual(['ACCEPTED', 'OPEN_ELSEWHERE'])
  expect(await room.listStaff()).toHaveLength(1)
})

test('set-up that is broken off leaves a new installation or a whole one', { timeout: 180_000 }, async () => {
  const phases = new Set<string>()
  let broken = true
  // Most calls stand in one transaction and are alike; each round takes several key derivations.
  for (let nth = 1; broken; nth += 20) {
    await emptyStorage()
    const { room, close } = openWindowHere()
    const { input } = await typed(room, 'room')
    const storage = failAtCall(nth, 'forGood')
    const code = await room.setUp(input).then(codeOf, () => 'BROKEN')
    broken = storage.reached()
    storage.mend()
    await close()

    const again = openWindowHere()
    const { phase } = await again.room.phase()
    phases.add(phase)
    if (phase === 'new') {
      expect(code, `call ${nth}`).not.toBe('ACCEPTED')
      continue
    }
    await unlock(again.room)
    expect(await again.room.phase(), `call ${nth}`).toMatchObject({ phase: 'open', unit: { code: roomCode } })
    expect(codeOf(await again.room.myCard()), `call ${nth}`).toBe('ACCEPTED')
  }
  expect([...phases]).toEqual(['new', 'locked'])
})

describe('the recovery sheet', () => {
  test('on two papers opens with both, and is replaced by what is drawn next', {
    timeout: 120_000,
  }, async () => {
    const first = openWindow()
    const drawn = await first.room.drawRecoverySheet('zh-CN', true)
    expect(drawn).toMatchObject({ sheet: 1, halves: true, code: expect.stringMatching(/^[0-9A-Z]{8}$/) })
    const { words, confirmedWords } = await copied(first.room, drawn)
    expect(confirmedWords.map(({ paper }) => paper)).toEqual([0, 0, 1, 1])
    const { input } = await typed(first.room, 'room')
    expect(codeOf(await first.room.setUp({ ...input, confirmedWords }))).toBe('RECOVERY_WORDS_DIFFER')
    const again = await first.room.drawRecoverySheet('zh-CN', true)
    const sheet = await copied(first.room, again)
    given(await first.room.setUp({ ...input, confirmedWords: sheet.confirmedWords }))
    expect(await first.room.recoverySheet()).toEqual({ sheet: 1, halves: true, code: again.code, waiting: 0 })

    const next = await first.room.drawNextRecoverySheet('zh-CN', false)
    expect(next.sheet).toBe(2)
    const third = await copied(first.room, next)
    given(await first.room.replaceRecoverySheet(third.confirmedWords))
    expect(codeOf(await first.room.replaceRecoverySheet(third.confirmedWords))).toBe('RECOVERY_WORDS_DIFFER')
    expect(await first.room.recoverySheet()).toMatchObject({ sheet: 2, halves: false, code: next.code })
    await first.close()

    const { room } = openWindow()
    expect(codeOf(await room.checkRecoverySheet(sheet.words))).toBe('RECOVERY_SHEET_REPLACED')
    expect(codeOf(await room.checkRecoverySheet(words))).toBe('RECOVERY_WORDS_OTHER_VAULT')
    expect(codeOf(await room.checkRecoverySheet(third.words))).toBe('ACCEPTED')
    expect(await room.phase()).toMatchObject({ recoverySheet: { sheet: 2, code: next.code } })
  })

  test('while its words are typed, says which is none', async () => {
    const { room } = openWindow()
    expect(await room.checkRecoveryWords(['abandon', 'abondon'])).toEqual({ unknown: [1], complete: false })
    const [paper] = (await room.drawRecoverySheet('en', true)).papers
    expect(await room.checkRecoveryWords(paper?.words ?? [])).toEqual({ unknown: [], complete: true })
  })
})

describe('passphrases', () => {
  test('are suggested and judged, also by what is known here', async () => {
    const { room } = openWindow()
    const { passphrase: suggested } = await room.suggestPassphrase('zh-CN')
    expect(await room.passphraseStrength(suggested, [])).toMatchObject({ acceptable: true })
    expect(await room.passphraseStrength('示例镇心理咨询室2026', ['示例镇心理咨询室'])).toMatchObject({
      acceptable: false,
      hint: 'PERSONAL',
    })
  })

  test('are waited for after wrong ones, and can be changed', { timeout: 120_000 }, async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const next = '换过以后的另一句示例口令'
    expect(codeOf(await room.changePassphrase('x', next))).toBe('WRONG_PASSPHRASE')
    expect(codeOf(await room.changePassphrase(passphrase, '12345678'))).toBe('WEAK_PASSPHRASE')
    given(await room.changePassphrase(passphrase, next))
    const staffId = await firstStaff(room)
    await close()
    const again = openWindowHere()
    expect(await again.room.passphraseWait(staffId)).toBe(0)
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(codeOf(await again.room.unlock(staffId, passphrase))).toBe('WRONG_PASSPHRASE')
    expect(await again.room.passphraseWait(staffId)).toBeGreaterThan(0)
    expect(await again.room.passphraseWait('f'.repeat(32))).toBe(0)
  })
})
