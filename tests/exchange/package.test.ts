import { base64url } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { type PackagePayload, payloadText } from '../../src/exchange/package-payload.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { sealFile, unsealFile } from '../../src/exchange/sealed-file.ts'
import { sha256Hex } from '../../src/exchange/sha256.ts'
import { PackageCheckError, writePackage } from '../../src/exchange/write-package.ts'
import { examplePlan } from '../support/example-plan.ts'
import {
  codeOf,
  example,
  given,
  makeUnit,
  exampleReference as planReference,
  signedFile,
  type TestUnit,
} from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'

const { deskOf, packageOf, payloadOf } = example

let room: TestUnit
let neighbour: TestUnit
let county: TestUnit
let elsewhere: TestUnit

beforeAll(async () => {
  ;[room, neighbour, county, elsewhere] = await Promise.all([
    makeUnit('330102001'),
    makeUnit('330102002'),
    makeUnit('330102'),
    makeUnit('330103'),
  ])
})

const facts = Array.from({ length: 40 }, (_, n) => fact({ person: pseudonym(n) }))
const read = (bytes: Uint8Array, desk = deskOf(county, [room, neighbour])) => readPackage(bytes, desk)

describe('a package', () => {
  it('comes out at the county as it went in', async () => {
    const payload = await payloadOf(room, county, { facts })
    const { bytes, sha256, name } = await writePackage(payload, examplePlan, room.keys, county.card)
    expect(given(await read(bytes))).toEqual({ payload, sha256, chain: room.kid })
    expect(name).toBe('330102001-2026-11.anxin')
  })

  it('says this and nothing else', async () => {
    const payload = await payloadOf(room, county)
    const zeros = (cells: number) => Array.from({ length: cells }, () => 0)
    expect(payloadText(payload)).toBe(
      JSON.stringify({
        format: 'anxin-package/2',
        demo: false,
        plan: { id: 'example', version: 2, sha256: planReference.sha256 },
        from: { unit: '330102001' },
        to: { unit: '330102', key: county.kid },
        profile: 'small',
        period: '2026-11',
        seq: 1,
        previous: null,
        created: '2026-11-30',
        audit: null,
        late: 0,
        tables: [
          { id: 'clients-sex-age', k: null, cells: zeros(18) },
          { id: 'assessments-instrument', k: null, cells: zeros(29) },
          { id: 'calls', k: null, cells: zeros(1) },
          { id: 'groups-held', k: null, cells: zeros(1) },
        ],
        protection: { cells: 49, withheld: 0, targets: 0, solver: 'highs-1.15.1', digest: 'a'.repeat(64) },
      }),
    )
  })

  it('is known by its signed text, not by its encryption', async () => {
    const once = await packageOf(room, county, { facts })
    const again = await packageOf(room, county, { facts })
    expect(again.bytes).not.toEqual(once.bytes)
    expect(again.sha256).toBe(once.sha256)
    const jws = given(await unsealFile(once.bytes, county.keys.identity))
    expect(await sha256Hex(jws)).toBe(once.sha256)
  })

  it('can be opened by the room that wrote it, and by nobody else', async () => {
    const { bytes } = await packageOf(room, county, { facts })
    expect((await read(bytes, { ...deskOf(county, [room]), identity: room.keys.identity })).ok).toBe(true)
    const foreign = { ...deskOf(county, [room]), identity: elsewhere.keys.identity }
    expect(codeOf(await read(bytes, foreign))).toBe('NOT_FOR_THIS_DESK')
  })

  it('does not leave when it cannot be read back', async () => {
    const payload = await payloadOf(room, county)
    const cut = { ...payload, tables: payload.tables.slice(1) }
    await expect(writePackage(cut, examplePlan, room.keys, county.card)).rejects.toThrow(PackageCheckError)
  })
})

describe('a package is refused', () => {
  it('when it is too large, without looking into it', async () => {
    expect(codeOf(await read(new Uint8Array(5_000_001)))).toBe('PACKAGE_TOO_LARGE')
  })

  it('when it is some other file', async () => {
    const texts = ['', 'PK\u0003\u0004', 'age-encryption.org/v2\n', '{"format":"anxin-package/1"}']
    for (const text of texts) expect(codeOf(await read(new TextEncoder().encode(text)))).toBe('NOT_A_PACKAGE')
    expect(codeOf(await read(await sealFile('hello', [county.card.encryption])))).toBe('NOT_A_PACKAGE')
    expect(codeOf(await read(county.file))).toBe('NOT_A_PACKAGE')
  })

  it('when it is cut short', async () => {
    const { bytes } = await packageOf(room, county, { facts })
    for (const length of [40, 300, bytes.length - 1]) {
      expect(codeOf(await read(bytes.subarray(0, length)))).toBe('PACKAGE_DAMAGED')
    }
  })

  it('when its sender’s card was not accepted', async () => {
    const { bytes } = await packageOf(room, county)
    expect(codeOf(await read(bytes, deskOf(county, [neighbour])))).toBe('UNKNOWN_SENDER')
  })

  it('when its text was edited and signed with another key', async () => {
    const payload = await payloadOf(room, county)
    expect(codeOf(await read(await signedFile(payloadText(payload), neighbour, county)))).toBe('WRONG_UNIT')
    expect(codeOf(await read(await signedFile(payloadText(payload), elsewhere, county)))).toBe(
      'UNKNOWN_SENDER',
    )
  })

  it('when its text was edited and the signature left as it was', async () => {
    const { bytes } = await packageOf(room, county, { facts })
    const jws = new TextDecoder().decode(given(await unsealFile(bytes, county.keys.identity)))
    const [header = '', payload = '', signature = ''] = jws.split('.')
    const text = new TextDecoder().decode(base64url.decode(payload)).replace('"seq":1', '"seq":2')
    const edited = [header, base64url.encode(text), signature].join('.')
    expect(codeOf(await read(await sealFile(edited, [county.card.encryption])))).toBe('SIGNATURE_INVALID')
    const unsigned = [header, payload, base64url.encode(new Uint8Array(64))].join('.')
    expect(codeOf(await read(await sealFile(unsigned, [county.card.encryption])))).toBe('SIGNATURE_INVALID')
  })

  it('when its signature is spelt otherwise', async () => {
    const { bytes } = await packageOf(room, county)
    const jws = new TextDecoder().decode(given(await unsealFile(bytes, county.keys.identity)))
    for (const respelt of [`${jws}=`, `${jws}\n`, ` ${jws}`, `${jws}.`, jws.replace(/.$/, nextLetter)]) {
      expect(codeOf(await read(await sealFile(respelt, [county.card.encryption])))).toBe('NOT_A_PACKAGE')
    }
  })
})

/** The last letter of a signature has four idle bits: another letter with the same useful ones. */
const nextLetter = (letter: string): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return letters.charAt(letters.indexOf(letter) + 1)
}

describe('what a package says', () => {
  const refusals: [string, string, (payload: PackagePayload) => unknown][] = [
    ['an unknown field', 'PAYLOAD_INVALID', (payload) => ({ ...payload, note: 'x' })],
    ['another format', 'PAYLOAD_INVALID', (payload) => ({ ...payload, format: 'anxin-package/1' })],
    ['no account of the attack', 'PAYLOAD_INVALID', ({ protection: _, ...payload }) => payload],
    ['an impossible period', 'PAYLOAD_INVALID', (payload) => ({ ...payload, period: '2026-13' })],
    ['an impossible day', 'PAYLOAD_INVALID', (payload) => ({ ...payload, created: '2026-02-30' })],
    ['a chain that begins in the middle', 'PAYLOAD_INVALID', (payload) => ({ ...payload, seq: 2 })],
    [
      'a chain that goes back before its beginning',
      'PAYLOAD_INVALID',
      (payload) => ({ ...payload, previous: '0'.repeat(64) }),
    ],
    ['another unit than the card', 'WRONG_UNIT', (payload) => ({ ...payload, from: { unit: '330102003' } })],
    ['a demonstration', 'DEMO_REFUSED', (payload) => ({ ...payload, demo: true })],
    [
      'another county',
      'NOT_FOR_THIS_DESK',
      (payload) => ({ ...payload, to: { ...payload.to, unit: '330103' } }),
    ],
    [
      'another key of this county',
      'NOT_FOR_THIS_DESK',
      (payload) => ({ ...payload, to: { ...payload.to, key: 'A'.repeat(43) } }),
    ],
    [
      'a plan nobody knows',
      'UNKNOWN_PLAN',
      (payload) => ({ ...payload, plan: { ...payload.plan, sha256: '0'.repeat(64) } }),
    ],
    [
      'a plan by another name',
      'UNKNOWN_PLAN',
      (payload) => ({ ...payload, plan: { ...payload.plan, version: 3 } }),
    ],
    ['a month to come', 'WRONG_PERIOD', (payload) => ({ ...payload, period: '2026-12' })],
    ['a year before the plan', 'WRONG_PERIOD', (payload) => ({ ...payload, period: '2024-11' })],
    ['a quarter with a month’s tables', 'WRONG_GRID', (payload) => ({ ...payload, period: '2026-Q3' })],
    ['the tables of another profile', 'WRONG_GRID', (payload) => ({ ...payload, profile: 'large' })],
    ['a table too few', 'WRONG_GRID', (payload) => ({ ...payload, tables: payload.tables.slice(1) })],
    [
      'a table twice',
      'WRONG_GRID',
      ({ tables, ...payload }) => ({ ...payload, tables: [tables[0], tables[0], tables[2]] }),
    ],
    [
      'tables in another order',
      'WRONG_GRID',
      (payload) => ({ ...payload, tables: payload.tables.toReversed() }),
    ],
    [
      'a cell too many',
      'WRONG_GRID',
      ({ tables, ...payload }) => ({
        ...payload,
        tables: tables.map(({ cells, ...table }) => ({ ...table, cells: [...cells, 0] })),
      }),
    ],
    ...[-3, '3', 10_000_002].map((count): (typeof refusals)[number] => [
      `a count of ${JSON.stringify(count)}`,
      'PAYLOAD_INVALID',
      (payload) => ({
        ...payload,
        tables: payload.tables.with(2, { id: 'calls', k: null, cells: [count as number] }),
      }),
    ]),
    [
      'a count that was not rounded',
      'NOT_ROUNDED',
      (payload) => ({ ...payload, tables: payload.tables.with(2, { id: 'calls', k: null, cells: [4] }) }),
    ],
  ]

  it.each(refusals)('is refused for %s', async (_, code, change) => {
    const text = JSON.stringify(change(await payloadOf(room, county)))
    expect(codeOf(await read(await signedFile(text, room, county)))).toBe(code)
  })

  it('is refused for text that could be read in two ways', async () => {
    const text = payloadText(await payloadOf(room, county))
    const twisted: [string, string][] = [
      [`\ufeff${text}`, 'JSON_BOM'],
      [`${text} `, 'JSON_TRAILING'],
      [`${text}{}`, 'JSON_TRAILING'],
      [`${text}\0`, 'JSON_TRAILING'],
      [text.replace(',', ', '), 'NOT_STRICT_JSON'],
      [text.replace('"seq":1', '"seq":1,"seq":1'), 'JSON_KEY_TWICE'],
      [text.replace('"seq":1', '"\\u0073eq":1'), 'NOT_STRICT_JSON'],
      ...['-0', '1.5', '1.0', '1e0', '1E2', '1e21', '9007199254740993', 'NaN'].map(
        (count): [string, string] => [text.replace('[0]', `[${count}]`), 'JSON_NUMBER'],
      ),
      [text.replace('[0]', `${'['.repeat(10_000)}0${']'.repeat(10_000)}`), 'JSON_TOO_DEEP'],
      [text.replace('[0]', `[${'0,'.repeat(150_000)}0]`), 'JSON_TOO_LARGE'],
      [text.replace('"seq":1', '"seq":1,"__proto__":{"polluted":true}'), 'JSON_KEY_FORBIDDEN'],
      [text.slice(0, -1), 'NOT_STRICT_JSON'],
    ]
    for (const [twist, code] of twisted) {
      expect(codeOf(await read(await signedFile(twist, room, county))), twist.slice(0, 80)).toBe(code)
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('a demonstration', () => {
  it('reports to a demonstration and to no real desk', async () => {
    const [demoRoom, demoCounty] = await Promise.all([makeUnit('000000000'), makeUnit('000000')])
    const { bytes } = await packageOf(demoRoom, demoCounty, { facts })
    expect(given(await read(bytes, deskOf(demoCounty, [demoRoom]))).payload.demo).toBe(true)
    const payload = await payloadOf(demoRoom, demoCounty, { facts })
    const unaudited = { ...payload, protection: { ...payload.protection, solver: 'none' } }
    const atItsDesk = await signedFile(JSON.stringify(unaudited), demoRoom, demoCounty)
    expect(codeOf(await read(atItsDesk, deskOf(demoCounty, [demoRoom])))).toBe('NOT_AUDITED')
    const atRealDesk = await signedFile(payloadText(await payloadOf(demoRoom, county)), demoRoom, county)
    expect(codeOf(await read(atRealDesk, deskOf(county, [demoRoom])))).toBe('DEMO_REFUSED')
    const atDemoDesk = await signedFile(payloadText(await payloadOf(room, demoCounty)), room, demoCounty)
    expect(codeOf(await read(atDemoDesk, deskOf(demoCounty, [room])))).toBe('DEMO_REFUSED')
  })
})
