import { beforeAll, describe, expect, it } from 'vitest'
import { checkEnrolment } from '../../../src/exchange/enrolment.ts'
import { readKeyChange, writeKeyChange } from '../../../src/exchange/keys/key-change.ts'
import { type KeyEvent, keyEventKind } from '../../../src/exchange/keys/key-event.ts'
import { readKeyList, writeKeyList } from '../../../src/exchange/keys/key-list.ts'
import { keyStandings } from '../../../src/exchange/keys/key-standing.ts'
import { readPackage } from '../../../src/exchange/read-package.ts'
import { readCard, writeCard } from '../../../src/exchange/unit-card.ts'
import { renewUnitKeys } from '../../../src/exchange/unit-keys.ts'
import {
  codeOf,
  example,
  exampleReference,
  given,
  makeUnit,
  signedFile,
  type TestUnit,
} from '../../support/exchange.ts'

let room: TestUnit
let neighbour: TestUnit
let county: TestUnit
/** The room with the key it has taken since. */
let renewed: TestUnit

beforeAll(async () => {
  ;[room, neighbour, county] = await Promise.all([
    makeUnit('330102001'),
    makeUnit('330102002'),
    makeUnit('330102'),
  ])
  const keys = await renewUnitKeys(room.keys, '2026-11-10T00:00:00.000Z')
  const card = { unit: '330102001', name: '示例', created: '2026-11-10', plan: null }
  const file = (await writeCard(card, keys)).bytes
  renewed = { keys, file, ...given(await readCard(file)) }
})

const entered = { enteredAt: '2026-11-30T00:00:00.000Z', enteredBy: '0'.repeat(32) }
const revoked = (unit: TestUnit, on: string): KeyEvent => ({
  event: 'revoked',
  unit: unit.card.unit,
  kid: unit.kid,
  on,
  ...entered,
})
const replaced = (on: string): KeyEvent => ({
  event: 'replaced',
  unit: '330102001',
  kid: room.kid,
  successor: renewed.kid,
  on,
  ...entered,
})
const change = (card = renewed.file, unit = '330102001', leaving = room) =>
  writeKeyChange({ unit, card, on: '2026-11-10' }, leaving.keys)

describe('a change of keys', () => {
  it('vouches for the new card with the old key, and changes the signing key only', async () => {
    const { name, bytes } = await change()
    expect(name).toBe('330102001.anxin-key-change')
    const read = given(await readKeyChange(bytes, keyStandings([room, neighbour], [])))
    expect(read).toMatchObject({ from: room.kid, on: '2026-11-10', card: { kid: renewed.kid } })
    expect(read.file).toEqual(renewed.file)
    const { signing, createdAt, ...kept } = renewed.keys
    expect(room.keys).toMatchObject(kept)
    expect(signing.x).not.toBe(room.keys.signing.x)
    expect(createdAt > room.keys.createdAt).toBe(true)
  })

  it('is refused from a key that is unknown, replaced, revoked or another unit’s', async () => {
    const { bytes } = await change()
    const by = async (events: KeyEvent[], cards = [room, neighbour]) =>
      codeOf(await readKeyChange(bytes, keyStandings(cards, events)))
    expect(await by([], [neighbour])).toBe('UNKNOWN_SENDER')
    expect(await by([revoked(room, '2026-11-01')])).toBe('KEY_REVOKED')
    expect(await by([replaced('2026-11-10')])).toBe('KEY_EXPIRED')
    expect(await by([], [room, renewed])).toBe('KEY_CHANGED')
    const stolen = await change(renewed.file, '330102001', neighbour)
    expect(codeOf(await readKeyChange(stolen.bytes, keyStandings([room, neighbour], [])))).toBe('WRONG_UNIT')
    const foreign = await change(neighbour.file)
    expect(codeOf(await readKeyChange(foreign.bytes, keyStandings([room], [])))).toBe('WRONG_UNIT')
  })

  it('is refused with a card in it that is none', async () => {
    const { bytes } = await change(new TextEncoder().encode('a.b.c'))
    expect(codeOf(await readKeyChange(bytes, keyStandings([room], [])))).toBe('NOT_A_CARD')
  })
})

describe('packages signed with a key', () => {
  const events = () => [replaced('2026-11-10')]
  const desk = (more: KeyEvent[], today = '2026-11-30') => ({
    ...example.deskOf(county, []),
    senders: keyStandings([room, renewed, neighbour], more),
    today,
  })
  const signedOn = async (unit: TestUnit, created: string) => {
    const payload = await example.payloadOf(unit, county, { created })
    return example.written(payload, unit, county)
  }

  it('are taken from the new key, and go on with the chain of the old one', async () => {
    const read = given(await readPackage(await signedOn(renewed, '2026-11-30'), desk(events())))
    expect(read.chain).toBe(room.kid)
    expect(given(await readPackage(await signedOn(neighbour, '2026-11-30'), desk(events()))).chain).toBe(
      neighbour.kid,
    )
  })

  it('are taken from the old key while they are on their way, and no longer', async () => {
    const before = await signedOn(room, '2026-11-10')
    const since = await signedOn(room, '2026-11-11')
    expect(codeOf(await readPackage(before, desk(events())))).toBe('ACCEPTED')
    expect(codeOf(await readPackage(before, desk(events(), '2026-12-11')))).toBe('ACCEPTED')
    expect(codeOf(await readPackage(before, desk(events(), '2026-12-12')))).toBe('KEY_EXPIRED')
    expect(codeOf(await readPackage(since, desk(events())))).toBe('KEY_EXPIRED')
  })

  it('are refused from a revoked key from that day on, whenever they say they were signed', async () => {
    const bytes = await signedOn(room, '2026-11-10')
    const lost = [revoked(room, '2026-11-20')]
    expect(codeOf(await readPackage(bytes, desk(lost, '2026-11-19')))).toBe('ACCEPTED')
    expect(codeOf(await readPackage(bytes, desk(lost, '2026-11-20')))).toBe('KEY_REVOKED')
    expect(codeOf(await readPackage(bytes, desk(lost)))).toBe('KEY_REVOKED')
  })

  it('are refused for their key before anything in them is read', async () => {
    const nonsense = await signedFile('no json at all', room, county)
    expect(codeOf(await readPackage(nonsense, desk([revoked(room, '2026-11-20')])))).toBe('KEY_REVOKED')
    expect(codeOf(await readPackage(nonsense, desk(events(), '2026-12-31')))).toBe('KEY_EXPIRED')
    expect(codeOf(await readPackage(nonsense, desk([])))).toBe('NOT_STRICT_JSON')
  })

  it('may be addressed to a key the county had before', async () => {
    const bytes = await signedOn(neighbour, '2026-11-30')
    const later = (before: string[]) => ({
      ...desk([]),
      addressee: { unit: '330102', key: 'A'.repeat(43), before },
    })
    expect(codeOf(await readPackage(bytes, later([])))).toBe('NOT_FOR_THIS_DESK')
    expect(codeOf(await readPackage(bytes, later([county.kid])))).toBe('ACCEPTED')
  })
})

describe('a room whose keys were lost', () => {
  const plans = new Set([exampleReference.sha256])
  const me = { kind: 'county', code: '330102' } as const

  it('is enrolled anew once its key was revoked, and begins a chain of its own', async () => {
    const anew = await makeUnit('330102001')
    const before = keyStandings([room], [])
    expect(codeOf(checkEnrolment(anew, { me, enrolled: before, plans }))).toBe('KEY_CHANGED')
    const after = keyStandings([room], [revoked(room, '2026-11-20')])
    expect(given(checkEnrolment(anew, { me, enrolled: after, plans }))).toBe('new')
    expect(codeOf(checkEnrolment(room, { me, enrolled: after, plans }))).toBe('KEY_REVOKED')
    const both = keyStandings([room, anew], [revoked(room, '2026-11-20')])
    expect(both.get(anew.kid)?.chain).toBe(anew.kid)
    expect(given(checkEnrolment(anew, { me, enrolled: both, plans }))).toBe('known')
  })

  it('is not enrolled with a card it had replaced, nor with a third one', async () => {
    const enrolled = keyStandings([room, renewed], [replaced('2026-11-10')])
    expect(codeOf(checkEnrolment(room, { me, enrolled, plans }))).toBe('KEY_EXPIRED')
    expect(given(checkEnrolment(renewed, { me, enrolled, plans }))).toBe('known')
    expect(codeOf(checkEnrolment(await makeUnit('330102001'), { me, enrolled, plans }))).toBe('KEY_CHANGED')
  })
})

describe('the county’s list of keys', () => {
  const counties = () => new Map([[county.kid, county.card]])
  const standings = () =>
    keyStandings([neighbour, renewed, room], [replaced('2026-11-10'), revoked(neighbour, '2026-11-20')])
  const list = (keys = standings()) =>
    writeKeyList({ county: '330102', issued: '2026-11-30', keys }, county.keys)

  it('says of every key whose it is and whether it counts', async () => {
    const { name, bytes } = await list()
    expect(name).toBe('330102.anxin-key-list')
    const read = given(await readKeyList(bytes, counties()))
    expect(read).toMatchObject({ county: '330102', issued: '2026-11-30' })
    expect(read.keys).toEqual(standings())
    expect(read.keys.get(room.kid)).toEqual({
      unit: '330102001',
      signing: room.card.signing,
      chain: room.kid,
      lastDay: '2026-11-10',
      lastArrival: '2026-12-11',
      revoked: null,
    })
    expect(read.keys.get(renewed.kid)?.chain).toBe(room.kid)
    expect(read.keys.get(neighbour.kid)?.revoked).toBe('2026-11-20')
  })

  it('is refused from anybody else, and for rooms of another county', async () => {
    const stranger = await makeUnit('330102')
    const forged = await writeKeyList(
      { county: '330102', issued: '2026-11-30', keys: standings() },
      stranger.keys,
    )
    expect(codeOf(await readKeyList(forged.bytes, counties()))).toBe('UNKNOWN_SENDER')
    const elsewhere = await list(keyStandings([await makeUnit('330103001')], []))
    expect(codeOf(await readKeyList(elsewhere.bytes, counties()))).toBe('NOT_OUR_COUNTY')
    const otherCounty = await writeKeyList(
      { county: '330103', issued: '2026-11-30', keys: new Map() },
      county.keys,
    )
    expect(codeOf(await readKeyList(otherCounty.bytes, counties()))).toBe('WRONG_UNIT')
    const changed = (await list()).bytes.with(300, 65)
    expect((await readKeyList(changed, counties())).ok).toBe(false)
  })

  it('is made of events that are kept as they were entered', () => {
    for (const event of [replaced('2026-11-10'), revoked(room, '2026-11-20')])
      expect(keyEventKind.schema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
    expect(keyEventKind.changeable?.(revoked(room, '2026-11-20'))).toEqual([])
  })
})
