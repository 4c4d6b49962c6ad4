import { beforeAll, describe, expect, it } from 'vitest'
import { signCompact } from '../../src/exchange/compact-jws.ts'
import { checkEnrolment, type EnrolmentDesk } from '../../src/exchange/enrolment.ts'
import { keyStandings } from '../../src/exchange/keys/key-standing.ts'
import { fingerprint, readCard, writeCard } from '../../src/exchange/unit-card.ts'
import { codeOf, given, makeUnit, planReference, type TestUnit } from '../support/exchange.ts'

let room: TestUnit
let county: TestUnit

beforeAll(async () => {
  ;[room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
})

const bytes = (text: string) => new TextEncoder().encode(text)
const cardType = 'application/anxin-card+jws'
const signed = async (card: unknown, by = room) =>
  bytes(await signCompact(JSON.stringify(card), cardType, by.keys.signing))

describe('a card', () => {
  it('says who the unit is and how to write to it', async () => {
    expect(room.card).toEqual({
      format: 'anxin-card/1',
      kind: 'room',
      unit: '330102001',
      name: '示例 330102001',
      signing: room.keys.signing.x,
      encryption: expect.stringMatching(/^age1/),
      created: '2026-01-01',
    })
    expect(county.card).toMatchObject({ kind: 'county', unit: '330102', plan: planReference })
    const file = new TextDecoder().decode(room.file)
    for (const secret of [room.keys.signing.d, room.keys.identity, room.keys.rounding]) {
      expect(file).not.toContain(secret)
      expect(JSON.stringify(room.card)).not.toContain(secret)
    }
  })

  it('drops what would hide in a name', async () => {
    const name = '示\u202eroom\u0000\u200b\u2028 Zu\u0308rich'
    const file = await writeCard({ unit: '330102001', name, created: '2026-01-01', plan: null }, room.keys)
    expect(given(await readCard(file.bytes)).card.name).toBe('示room Zürich')
    expect(file.name).toBe('330102001.anxin-card')
  })

  it('has a fingerprint of 32 digits that follows its keys and its unit', async () => {
    const digits = await fingerprint(room.card)
    expect(digits).toMatch(/^(\d{4} ){7}\d{4}$/)
    expect(await fingerprint({ ...room.card, name: '别名', created: '2026-02-02' })).toBe(digits)
    const others = [
      { ...room.card, unit: '330102002' },
      { ...room.card, signing: county.card.signing },
      { ...room.card, encryption: county.card.encryption },
    ]
    for (const other of others) expect(await fingerprint(other as typeof room.card)).not.toBe(digits)
  })
})

describe('reading a card', () => {
  it('refuses what is no card', async () => {
    for (const text of ['', '{}', 'a.b', 'a.b.c', 'x'.repeat(30_000)]) {
      expect(codeOf(await readCard(bytes(text))), text.slice(0, 9)).not.toBe('ACCEPTED')
    }
    expect(codeOf(await readCard(bytes('x'.repeat(30_000))))).toBe('NOT_A_CARD')
  })

  it('refuses a card that was not signed with its own key', async () => {
    expect(codeOf(await readCard(await signed(room.card, county)))).toBe('SIGNATURE_INVALID')
    const file = new TextDecoder().decode(room.file)
    const [header, , signature] = file.split('.')
    const [, payload] = new TextDecoder().decode(await signed({ ...room.card, name: '别名' })).split('.')
    expect(codeOf(await readCard(bytes([header, payload, signature].join('.'))))).toBe('SIGNATURE_INVALID')
  })

  it('refuses a header or fields that do not belong', async () => {
    const asPackage = await signCompact(
      JSON.stringify(room.card),
      'application/anxin-package+jws',
      room.keys.signing,
    )
    expect(codeOf(await readCard(bytes(asPackage)))).toBe('HEADER_REFUSED')
    const broken: object[] = [
      { note: 'x' },
      { unit: '330102' },
      { unit: '../../etc' },
      { kind: 'county' },
      { plan: planReference },
      { name: '示\u202e例' },
      { name: '' },
      { encryption: `age1${'q'.repeat(58)}` },
      { encryption: room.keys.identity },
      { signing: 'short' },
      { created: '2026-02-30' },
      { format: 'anxin-card/2' },
    ]
    for (const change of broken) {
      const code = codeOf(await readCard(await signed({ ...room.card, ...change })))
      expect([JSON.stringify(change), code]).toEqual([JSON.stringify(change), 'CARD_INVALID'])
    }
  })

  it('refuses every card with a letter changed', async () => {
    const file = new TextDecoder().decode(room.file)
    for (let at = 0; at < file.length; at += 7) {
      const letter = file[at] === 'A' ? 'B' : 'A'
      expect((await readCard(bytes(file.slice(0, at) + letter + file.slice(at + 1)))).ok, `at ${at}`).toBe(
        false,
      )
      expect((await readCard(bytes(file.slice(0, at)))).ok, `cut at ${at}`).toBe(false)
    }
  })
})

describe('accepting a card', () => {
  const plans = new Set([planReference.sha256])
  const countyDesk = (enrolled: EnrolmentDesk['enrolled'] = new Map()): EnrolmentDesk => ({
    me: { kind: 'county', code: '330102' },
    enrolled,
    plans,
  })
  const roomDesk: EnrolmentDesk = { me: { kind: 'room', code: '330102001' }, enrolled: new Map(), plans }

  it('a county takes its rooms, a room its county', () => {
    expect(given(checkEnrolment(room, countyDesk()))).toBe('new')
    expect(given(checkEnrolment(county, roomDesk))).toBe('new')
    expect(given(checkEnrolment(room, countyDesk(keyStandings([room], []))))).toBe('known')
  })

  it('nobody takes a card of another county, of the wrong kind or with an unknown plan', async () => {
    expect(codeOf(checkEnrolment(await makeUnit('330103001'), countyDesk()))).toBe('NOT_OUR_COUNTY')
    expect(codeOf(checkEnrolment(await makeUnit('330103'), roomDesk))).toBe('NOT_OUR_COUNTY')
    expect(codeOf(checkEnrolment(await makeUnit('330102002'), roomDesk))).toBe('WRONG_KIND_OF_CARD')
    expect(codeOf(checkEnrolment(county, countyDesk()))).toBe('WRONG_KIND_OF_CARD')
    expect(codeOf(checkEnrolment(county, { ...roomDesk, plans: new Set() }))).toBe('UNKNOWN_PLAN')
  })

  it('a changed key is a question for a person', async () => {
    const renewed = await makeUnit('330102001')
    expect(codeOf(checkEnrolment(renewed, countyDesk(keyStandings([room], []))))).toBe('KEY_CHANGED')
    expect(
      codeOf(
        checkEnrolment(
          room,
          countyDesk(keyStandings([{ ...room, card: { ...room.card, unit: '330102009' } }], [])),
        ),
      ),
    ).toBe('KEY_CHANGED')
  })

  it('demonstration and reality do not mix', async () => {
    const [demoRoom, demoCounty] = await Promise.all([makeUnit('000000000'), makeUnit('000000')])
    expect(codeOf(checkEnrolment(demoRoom, countyDesk()))).toBe('DEMO_REFUSED')
    expect(codeOf(checkEnrolment(demoCounty, roomDesk))).toBe('DEMO_REFUSED')
    const demo: EnrolmentDesk = { me: { kind: 'demo', code: '000000000' }, enrolled: new Map(), plans }
    expect(codeOf(checkEnrolment(room, demo))).toBe('DEMO_REFUSED')
    expect(given(checkEnrolment(demoRoom, demo))).toBe('new')
    expect(given(checkEnrolment(demoCounty, demo))).toBe('new')
  })
})
