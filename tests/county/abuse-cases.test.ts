import { gzipSync } from 'node:zlib'
import { base64url } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import type { Store } from '../../src/county/store/store.ts'
import { signCompact } from '../../src/exchange/compact-jws.ts'
import { keyStandings } from '../../src/exchange/keys/key-standing.ts'
import { mergePackages } from '../../src/exchange/merge/merge-packages.ts'
import { writeMerge } from '../../src/exchange/merge/merged-file.ts'
import { reportOf } from '../../src/exchange/merge/room-report.ts'
import { type PackagePayload, packageType, payloadText } from '../../src/exchange/package-payload.ts'
import type { PackageDesk } from '../../src/exchange/read-package.ts'
import { sealFile, unsealFile } from '../../src/exchange/sealed-file.ts'
import { readCard, writeCard } from '../../src/exchange/unit-card.ts'
import { contentHash, emptyStore, receive } from '../support/county.ts'
import { examplePlan } from '../support/example-plan.ts'
import {
  codeOf,
  example,
  exampleReference,
  given,
  makeUnit,
  signedFile,
  type TestUnit,
} from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { unchanged } from '../support/unchanged.ts'

/** Abuse cases are those of disclosure.md 5, cases those of security.md 3. At the desk in the vault: room/county-abuse. */
let store: Store
let room: TestUnit
let neighbour: TestUnit
let lost: TestUnit
let former: TestUnit
let stranger: TestUnit
let county: TestUnit
let elsewhere: TestUnit
let desk: PackageDesk
/** What the county has of the room: September and October. */
let taken: { bytes: Uint8Array; sha256: string }[]
/** What comes next. */
let november: PackagePayload
let novemberJws: string

const people = (count: number, month: string) =>
  Array.from({ length: count }, (_, n) => fact({ month, person: pseudonym(n) }))

beforeAll(async () => {
  store = await openPgliteStore('memory://')
  ;[room, neighbour, lost, former, stranger, county, elsewhere] = (await Promise.all(
    ['330102001', '330102002', '330102003', '330102004', '330102005', '330102', '330103'].map(makeUnit),
  )) as [TestUnit, TestUnit, TestUnit, TestUnit, TestUnit, TestUnit, TestUnit]
  const entered = { enteredAt: '', enteredBy: '' }
  desk = {
    ...example.deskOf(county, []),
    senders: keyStandings(
      [room, neighbour, lost, former],
      [
        { event: 'revoked', unit: lost.card.unit, kid: lost.kid, on: '2026-11-01', ...entered },
        {
          event: 'replaced',
          unit: former.card.unit,
          kid: former.kid,
          successor: 'A'.repeat(43),
          on: '2026-10-01',
          ...entered,
        },
      ],
    ),
  }
  const september = await example.packageOf(room, county, { facts: people(9, '2026-09'), period: '2026-09' })
  const october = await example.packageOf(room, county, {
    facts: people(30, '2026-10'),
    period: '2026-10',
    profile: 'medium',
    link: { seq: 2, previous: september.sha256 },
  })
  taken = [september, october]
  november = await example.payloadOf(room, county, {
    facts: people(60, '2026-11'),
    profile: 'medium',
    link: { seq: 3, previous: october.sha256 },
  })
  novemberJws = await signCompact(payloadText(november), packageType, room.keys.signing)
}, 60_000)
beforeEach(async () => {
  await emptyStore(store)
  for (const { bytes } of taken) expect((await receive(store, bytes, desk)).decision).toBe('new')
})
afterAll(() => store.close())

/** What becomes of a file, and that the store is to the letter what it was. */
const outcomeOf = async (bytes: Uint8Array): Promise<string> => {
  const judged = await unchanged(
    () => contentHash(store),
    () => receive(store, bytes, desk),
  )
  return judged.decision === 'refused' || judged.decision === 'unread' ? judged.code : judged.decision
}
const sealed = (jws: string) => sealFile(jws, [county.card.encryption])
const said = (payload: unknown) => signedFile(JSON.stringify(payload), room, county)
const spelt = (change: (text: string) => string) => signedFile(change(payloadText(november)), room, county)
const headed = (header: object) =>
  sealed([base64url.encode(JSON.stringify(header)), ...novemberJws.split('.').slice(1)].join('.'))
const header = () => ({ alg: 'EdDSA', typ: packageType, kid: room.kid })
const signedBy = (unit: TestUnit, more: object = {}) =>
  signedFile(
    JSON.stringify({ ...november, from: { unit: unit.card.unit }, seq: 1, previous: null, ...more }),
    unit,
    county,
  )

it('the package that all these are made from is taken as it is', async () => {
  expect(await receive(store, await sealed(novemberJws), desk)).toEqual({ decision: 'new', unusual: [] })
})

describe('abuse case 17, case 49: signatures and keys', () => {
  const cases: [string, string, () => Promise<Uint8Array>][] = [
    ['a byte of the payload flipped', 'SIGNATURE_INVALID', () => flipped(1)],
    ['a byte of the signature flipped', 'SIGNATURE_INVALID', () => flipped(2)],
    ['the signature removed', 'NOT_A_PACKAGE', () => sealed(novemberJws.split('.').slice(0, 2).join('.'))],
    ['an empty signature', 'NOT_A_PACKAGE', () => sealed(`${novemberJws.split('.').slice(0, 2).join('.')}.`)],
    ['two signatures', 'NOT_A_PACKAGE', () => sealed(`${novemberJws}.${novemberJws.split('.')[2]}`)],
    ['an unknown key', 'UNKNOWN_SENDER', () => signedBy(stranger)],
    ['a revoked key', 'KEY_REVOKED', () => signedBy(lost)],
    ['a key replaced long ago', 'KEY_EXPIRED', () => signedBy(former)],
    ['alg none', 'HEADER_REFUSED', () => headed({ ...header(), alg: 'none' })],
    ['alg HS256', 'HEADER_REFUSED', () => headed({ ...header(), alg: 'HS256' })],
    ['a key brought along', 'HEADER_REFUSED', () => headed({ ...header(), jwk: { kty: 'OKP' } })],
    ['another type', 'HEADER_REFUSED', () => headed({ ...header(), typ: 'JWT' })],
    ['another kid of the same desk', 'SIGNATURE_INVALID', () => headed({ ...header(), kid: neighbour.kid })],
    ['its end cut off', 'PACKAGE_DAMAGED', async () => (await sealed(novemberJws)).slice(0, -20)],
    ['bytes after its end', 'PACKAGE_DAMAGED', async () => Uint8Array.of(...(await sealed(novemberJws)), 0)],
    [
      'encryption for another county',
      'NOT_FOR_THIS_DESK',
      () => sealFile(novemberJws, [elsewhere.card.encryption]),
    ],
  ]
  it.each(cases)('%s: %s', async (_, code, bytes) => {
    expect(await outcomeOf(await bytes())).toBe(code)
  })

  const flipped = (part: number) => {
    const parts = novemberJws.split('.')
    const text = parts[part] ?? ''
    const letter = text.charAt(40) === 'A' ? 'B' : 'A'
    return sealed(parts.with(part, text.slice(0, 40) + letter + text.slice(41)).join('.'))
  }
})

describe('abuse case 18, case 50: replays and chains', () => {
  const linked = (more: Partial<PackagePayload>) => said({ ...november, ...more })

  it('a package that is here already changes nothing, and says so', async () => {
    for (const { bytes, sha256 } of taken) {
      expect(await outcomeOf(bytes)).toBe('known')
      const anew = await sealed(
        new TextDecoder().decode(given(await unsealFile(bytes, county.keys.identity))),
      )
      expect(await outcomeOf(anew), sha256).toBe('known')
    }
  })

  it.each<[string, string, () => Partial<PackagePayload>]>([
    ['the same period in another place', 'ALREADY_REPORTED', () => ({ period: '2026-10' })],
    ['an older place with other content', 'CHAIN_FORKED', () => ({ seq: 1, previous: null })],
    [
      'the same place with other content',
      'CHAIN_FORKED',
      () => ({ seq: 2, previous: taken[0]?.sha256 ?? '' }),
    ],
    ['a broken link', 'CHAIN_FORKED', () => ({ previous: '0'.repeat(64) })],
    ['a link to the one before the last', 'CHAIN_FORKED', () => ({ previous: taken[0]?.sha256 ?? '' })],
    ['a gap', 'CHAIN_GAP', () => ({ seq: 4 })],
    ['a first that is not alone', 'PAYLOAD_INVALID', () => ({ seq: 1 })],
    ['a later one without a link', 'PAYLOAD_INVALID', () => ({ previous: null })],
  ])('%s: %s', async (_, code, more) => {
    expect(await outcomeOf(await linked(more()))).toBe(code)
  })
})

describe('abuse case 19: whose it is and for whom', () => {
  it.each<[string, string, () => object]>([
    ['a room that claims to be another', 'WRONG_UNIT', () => ({ from: { unit: '330102002' } })],
    ['another county', 'NOT_FOR_THIS_DESK', () => ({ to: { unit: '330103', key: elsewhere.kid } })],
    [
      'another key of this county',
      'NOT_FOR_THIS_DESK',
      () => ({ to: { unit: '330102', key: elsewhere.kid } }),
    ],
    ['a demonstration', 'DEMO_REFUSED', () => ({ demo: true })],
  ])('%s: %s', async (_, code, more) => {
    expect(await outcomeOf(await said({ ...november, ...more() }))).toBe(code)
  })

  it('a county takes in no merge, its own least of all', async () => {
    const of = {
      plan: examplePlan,
      reference: exampleReference,
      from: '330102',
      to: { unit: '330102', kid: county.kid },
      period: '2026-11',
      created: '2026-11-30',
    }
    const packages = [1, 2, 3].map((n) => ({
      ...reportOf({ payload: november, sha256: `${n}`.repeat(64) }),
      unit: `33010200${n}`,
    }))
    const merged = given(mergePackages(packages, of))
    const { bytes } = await writeMerge(merged, county.keys, county.card)
    expect(await outcomeOf(bytes)).toBe('HEADER_REFUSED')
  })
})

describe('abuse cases 20 and 22, cases 51 and 62: what it says and how', () => {
  const first = (change: (table: PackagePayload['tables'][number]) => object) => () => ({
    ...november,
    tables: november.tables.map((table, at) => (at === 0 ? change(table) : table)),
  })
  const said20: [string, string, () => unknown][] = [
    ['another major version', 'PAYLOAD_INVALID', () => ({ ...november, format: 'anxin-package/3' })],
    [
      'an unknown version of the plan',
      'UNKNOWN_PLAN',
      () => ({ ...november, plan: { ...november.plan, version: 3 } }),
    ],
    ['an unknown table', 'WRONG_GRID', first((table) => ({ ...table, id: 'visits' }))],
    [
      'a table twice',
      'WRONG_GRID',
      () => ({ ...november, tables: [november.tables[0], ...november.tables] }),
    ],
    ['a cell missing', 'WRONG_GRID', first((table) => ({ ...table, cells: table.cells.slice(1) }))],
    ['a cell too many', 'WRONG_GRID', first((table) => ({ ...table, cells: [...table.cells, 0] }))],
    ['a property too many', 'PAYLOAD_INVALID', first((table) => ({ ...table, note: 'x' }))],
    ['an id', 'PAYLOAD_INVALID', () => ({ ...november, id: 'a'.repeat(32) })],
    ['a date of birth', 'PAYLOAD_INVALID', () => ({ ...november, birthDate: '1990-01-01' })],
    ['free text in a code', 'PAYLOAD_INVALID', first((table) => ({ ...table, id: '张三' }))],
    ['an exact time', 'PAYLOAD_INVALID', () => ({ ...november, created: '2026-11-30T08:00:00Z' })],
    ['no account of the attack', 'PAYLOAD_INVALID', () => ({ ...november, protection: null })],
    [
      'a text for a count',
      'PAYLOAD_INVALID',
      first((table) => ({ ...table, cells: ['12', ...table.cells.slice(1)] })),
    ],
    [
      'a count below nought',
      'PAYLOAD_INVALID',
      first((table) => ({ ...table, cells: [-3, ...table.cells.slice(1)] })),
    ],
    ['a megabyte of text', 'PAYLOAD_INVALID', () => ({ ...november, profile: 'x'.repeat(1_000_000) })],
  ]
  it.each(said20)('%s: %s', async (_, code, payload) => {
    expect(await outcomeOf(await said(payload()))).toBe(code)
  })

  const spelt20: [string, string, (text: string) => string][] = [
    ['a key twice', 'JSON_KEY_TWICE', (text) => text.replace('"seq":3', '"seq":3,"seq":3')],
    [
      '__proto__',
      'JSON_KEY_FORBIDDEN',
      (text) => text.replace('"seq":3', '"seq":3,"__proto__":{"polluted":1}'),
    ],
    ['constructor', 'JSON_KEY_FORBIDDEN', (text) => text.replace('"seq":3', '"seq":3,"constructor":{}')],
    ['text after its end', 'JSON_TRAILING', (text) => `${text}{}`],
    ['a byte order mark', 'JSON_BOM', (text) => `\ufeff${text}`],
    [
      'nesting of 10,000',
      'JSON_TOO_DEEP',
      (text) => text.replace('"demo":false', `"demo":${'['.repeat(10_000)}`),
    ],
    [
      'nesting of 100,000',
      'JSON_TOO_DEEP',
      (text) => text.replace('"demo":false', `"demo":${'{"a":'.repeat(100_000)}`),
    ],
    ['a million cells', 'JSON_TOO_LARGE', (text) => text.replace('[', `[${'0,'.repeat(1_000_000)}`)],
    ['a lone surrogate', 'PAYLOAD_INVALID', (text) => text.replace('"medium"', '"\\ud800"')],
    ['a turned-round text', 'PAYLOAD_INVALID', (text) => text.replace('"medium"', '"\u202emedium"')],
    ['a space', 'NOT_STRICT_JSON', (text) => text.replace(',', ', ')],
    ...['1.5', '1e21', '1E2', '1.0', '9007199254740993', 'NaN', '-0', '1e400', '01', '+3'].map(
      (count): [string, string, (text: string) => string] => [
        `a count of ${count}`,
        'JSON_NUMBER',
        (text) => text.replace('"seq":3', `"seq":${count}`),
      ],
    ),
  ]
  it.each(spelt20)('%s: %s', async (_, code, change) => {
    expect(change(payloadText(november))).not.toBe(payloadText(november))
    expect(await outcomeOf(await spelt(change))).toBe(code)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('bytes that are no text: JSON_NOT_UTF8', async () => {
    const bytes = new TextEncoder().encode(payloadText(november))
    bytes[30] = 0xff
    const key = await crypto.subtle.importKey(
      'jwk',
      { kty: 'OKP', crv: 'Ed25519', ...room.keys.signing },
      'Ed25519',
      false,
      ['sign'],
    )
    const text = `${base64url.encode(JSON.stringify(header()))}.${base64url.encode(bytes)}`
    const signature = await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(text))
    expect(await outcomeOf(await sealed(`${text}.${base64url.encode(new Uint8Array(signature))}`))).toBe(
      'JSON_NOT_UTF8',
    )
  })
})

describe('abuse case 21, case 51: size', () => {
  it('no archive is unpacked, and nothing over five megabytes is looked into', async () => {
    const bomb = gzipSync(new Uint8Array(200 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(300_000)
    expect(await outcomeOf(bomb)).toBe('NOT_A_PACKAGE')
    expect(await outcomeOf(await sealed(new TextDecoder('latin1').decode(bomb)))).toBe('NOT_A_PACKAGE')
    expect(await outcomeOf(new Uint8Array(5_000_001))).toBe('PACKAGE_TOO_LARGE')
  })
})

describe('abuse case 23: sums and periods', () => {
  /** Referrals of seven stages (totals first) and three sexes, all of them shown. */
  const referrals = (change: (cells: number[]) => void) => {
    const inner = [[0, 20, 30, 40], ...Array.from({ length: 5 }, (_, n) => [0, 11 + n, 12 + n, 13 + n])]
    const rows = inner.map(([, ...sexes]) => [sexes.reduce((a, b) => a + b, 0), ...sexes])
    const totals = [0, 1, 2, 3].map((sex) => rows.reduce((sum, row) => sum + (row[sex] ?? 0), 0))
    const cells = [totals, ...rows].flat()
    change(cells)
    const tables = november.tables.map((table) => (table.id === 'referrals' ? { ...table, cells } : table))
    return said({
      ...november,
      tables,
      protection: { ...november.protection, withheld: 0 },
    })
  }
  it.each<[string, (cells: number[]) => void]>([
    ['a total that is not the sum of its parts', (cells) => cells.splice(4, 1, 91)],
    ['a part larger than the whole', (cells) => cells.splice(5, 1, 5_000)],
    ['one count moved by one', (cells) => cells.splice(9, 1, (cells[9] ?? 0) + 1)],
  ])('%s: NOT_ADDITIVE', async (_, change) => {
    expect(await outcomeOf(await referrals(change))).toBe('NOT_ADDITIVE')
  })

  it('the same table is taken when it adds up', async () => {
    expect((await receive(store, await referrals(() => undefined), desk)).decision).toBe('new')
  })

  it('a hundred times last month is taken, and named', async () => {
    const tables = november.tables.map((table) =>
      table.id === 'clients-sex-age' ? { ...table, cells: table.cells.map((n) => (n ?? 0) * 1_000) } : table,
    )
    expect(await receive(store, await said({ ...november, tables }), desk)).toEqual({
      decision: 'new',
      unusual: ['clients-sex-age'],
    })
  })

  it.each([
    ['2026-13', 'PAYLOAD_INVALID'],
    ['2026-00', 'PAYLOAD_INVALID'],
    ['2026-Q5', 'PAYLOAD_INVALID'],
    ['2026-1', 'PAYLOAD_INVALID'],
    ['2026-12', 'WRONG_PERIOD'],
    ['2099-01', 'WRONG_PERIOD'],
    ['2024-12', 'WRONG_PERIOD'],
    ['2026-Q3', 'WRONG_GRID'],
  ])('a period of %s: %s', async (period, code) => {
    expect(await outcomeOf(await said({ ...november, period }))).toBe(code)
  })

  it.each(['2026-02-30', '2026-11-31', '2026-11-3', '30.11.2026'])(
    'made on %s: PAYLOAD_INVALID',
    async (created) => {
      expect(await outcomeOf(await said({ ...november, created }))).toBe('PAYLOAD_INVALID')
    },
  )

  it('made before its period began: WRONG_PERIOD', async () => {
    expect(await outcomeOf(await said({ ...november, created: '2026-10-31' }))).toBe('WRONG_PERIOD')
  })
})

describe('abuse cases 24 and 25, case 56: names and paths', () => {
  it.each([
    '../330102001',
    '330102001\0',
    '\u202e330102001',
    '３３０１０２００１',
    '33010200l',
    '330102001/../../x',
    'CON',
    '330102001:x',
    '3301020011',
    '=HYPERLINK(1)',
    '+cmd|1',
    '＝1',
  ])('a unit called %j: PAYLOAD_INVALID', async (unit) => {
    expect(await outcomeOf(await said({ ...november, from: { unit } }))).toBe('PAYLOAD_INVALID')
  })

  it('no name of a file is taken from what is in it', async () => {
    const { name } = await example.packageOf(room, county)
    expect(name).toBe('330102001-2026-11.anxin')
  })

  it('a unit’s name on its card holds nothing that hides or turns text round', async () => {
    const entry = { unit: '330102001', created: '2026-01-01', plan: null }
    const card = await writeCard({ ...entry, name: '示例\u202e\u0000\u2028e\u0301室' }, room.keys)
    expect(given(await readCard(card.bytes)).card.name).toBe('示例é室')
    for (const name of ['示\u202e例', '示\u0000例', 'e\u0301', '']) {
      const forged = JSON.stringify({ ...given(await readCard(card.bytes)).card, name })
      const jws = await signCompact(forged, 'application/anxin-card+jws', room.keys.signing)
      expect(codeOf(await readCard(new TextEncoder().encode(jws)))).toBe('CARD_INVALID')
    }
  })
})
