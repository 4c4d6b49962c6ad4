import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { payloadText } from '../../src/exchange/package-payload.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { exchangeRefusals } from '../../src/exchange/refusals.ts'
import { sealFile, unsealFile } from '../../src/exchange/sealed-file.ts'
import { codeOf, example, given, makeUnit, signedFile, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'

const { deskOf, packageOf, payloadOf } = example

/** Five ways to spoil a package: three of which nothing may be taken, 10^5 in the long run, and two in the room's own hand. */
const [spoiltRuns, signedRuns] = process.env.ANXIN_LONG === undefined ? [150, 150] : [34_000, 20_000]
const timeout = process.env.ANXIN_LONG === undefined ? 60_000 : 600_000
const refusals: readonly string[] = exchangeRefusals

let room: TestUnit
let county: TestUnit
let file: Uint8Array
let jws: string
let payload: string

beforeAll(async () => {
  ;[room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
  const facts = Array.from({ length: 50 }, (_, n) => fact({ person: pseudonym(n) }))
  file = (await packageOf(room, county, { facts, profile: 'medium' })).bytes
  jws = new TextDecoder().decode(given(await unsealFile(file, county.keys.identity)))
  payload = payloadText(await payloadOf(room, county, { facts, profile: 'medium' }))
})

let spoilt = 0
let taken = 0
let slowest = 0
const read = async (bytes: Uint8Array) => {
  const start = performance.now()
  const outcome = await readPackage(bytes, deskOf(county, [room]))
  spoilt += 1
  if (outcome.ok) taken += 1
  slowest = Math.max(slowest, performance.now() - start)
  return outcome
}
afterAll(() =>
  console.info(
    `${spoilt} spoilt packages, ${taken} of them taken as the room’s own; the slowest took ${slowest.toFixed(1)} ms`,
  ),
)

/** Everything there is to change in a text of a package: its own parts, by where they stand. */
const paths = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
  value !== null && typeof value === 'object'
    ? [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path]
/** The same with one part replaced by another text, which need be no JSON. */
const textWith = (value: unknown, [first, ...rest]: (string | number)[], put: string): string => {
  if (first === undefined) return put
  if (Array.isArray(value))
    return `[${value.map((inner, at) => (at === first ? textWith(inner, rest, put) : JSON.stringify(inner))).join(',')}]`
  return `{${Object.entries(Object(value))
    .map(
      ([key, inner]) =>
        `${JSON.stringify(key)}:${key === first ? textWith(inner, rest, put) : JSON.stringify(inner)}`,
    )
    .join(',')}}`
}

/** One accident: some bytes overwritten, left out or put in. */
const accident = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(6),
  put: fc.uint8Array({ maxLength: 6 }),
})
type Accident = { at: number; cut: number; put: Uint8Array }
const struck = (bytes: Uint8Array, { at, cut, put }: Accident): Uint8Array => {
  const start = Math.floor(at * bytes.length)
  return Uint8Array.from([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + cut)])
}
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at])

it('case 52: never accepts a file that was changed on its way', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(accident, async (accident) => {
      const changed = struck(file, accident)
      fc.pre(!same(changed, file))
      expect(refusals).toContain(codeOf(await read(changed)))
    }),
    { numRuns: spoiltRuns },
  )
})

it('case 52: never accepts a signed text that was changed and encrypted anew', { timeout }, async () => {
  const original = new TextEncoder().encode(jws)
  await fc.assert(
    fc.asyncProperty(accident, async (accident) => {
      const changed = struck(original, accident)
      fc.pre(!same(changed, original))
      const text = String.fromCharCode(...changed)
      expect(refusals).toContain(codeOf(await read(await sealFile(text, [county.card.encryption]))))
    }),
    { numRuns: spoiltRuns },
  )
})

it('case 52: takes from a room that signs anything at all only what keeps every rule', {
  timeout,
}, async () => {
  const token = fc.constantFrom(
    '0',
    '3',
    '-1',
    '1.5',
    '1e3',
    '"x"',
    'null',
    '[]',
    '{}',
    ',',
    ':',
    '}',
    ']',
    '"',
    '\\',
    '2026-10',
  )
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4), token, async (at, cut, put) => {
      const start = Math.floor(at * payload.length)
      const text = payload.slice(0, start) + put + payload.slice(start + cut)
      const outcome = await read(await signedFile(text, room, county))
      if (outcome.ok) expect(payloadText(outcome.value.payload)).toBe(text)
      else expect(refusals).toContain(outcome.refusal.code)
    }),
    { numRuns: signedRuns },
  )
})

it('case 52: takes nothing hostile in the place of any part of it', { timeout }, async () => {
  const whole: unknown = JSON.parse(payload)
  const part = fc.constantFrom(...paths(whole))
  const hostile = fc.oneof(
    fc.constantFrom(
      ...[
        '-0',
        '-1',
        '1.5',
        '1e400',
        '1E2',
        '01',
        '+1',
        'NaN',
        '-Infinity',
        '9007199254740993',
        '1e21',
        '0x1',
      ],
      ...[
        '"12"',
        '""',
        'null',
        'true',
        '[]',
        '{}',
        '{"__proto__":{"polluted":1}}',
        '{"constructor":{"prototype":1}}',
      ],
      ...[
        '"\\ud800"',
        '"\u202e330102"',
        '"３３０１０２００１"',
        '"../../etc"',
        '"\\u0000"',
        '"=HYPERLINK(1)"',
        '"2026-02-30"',
      ],
      '[['.repeat(500),
      `"${'9'.repeat(2_000)}"`,
      `[${'0,'.repeat(2_000)}0]`,
      '9'.repeat(1_000),
    ),
    fc.json({ maxDepth: 8 }),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 }).map(String),
  )
  await fc.assert(
    fc.asyncProperty(part, hostile, async (path, put) => {
      const text = textWith(whole, path, put)
      const outcome = await read(await signedFile(text, room, county))
      // A true room may sign other counts; whatever is taken is one of the texts a room writes.
      if (outcome.ok) expect(payloadText(outcome.value.payload)).toBe(text)
      else expect(refusals).toContain(outcome.refusal.code)
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    }),
    { numRuns: signedRuns },
  )
})

it('case 52: refuses any bytes at all', { timeout }, async () => {
  const start = new TextEncoder().encode('age-encryption.org/v1\n')
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc.uint8Array({ maxLength: 2_000 }).map((rest) => Uint8Array.from([...start, ...rest])),
    fc
      .string({ unit: fc.constantFrom('-', '>', ' ', '\n', 'X25519', 'A', '='), maxLength: 300 })
      .map((rest) => Uint8Array.from([...start, ...new TextEncoder().encode(rest)])),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (bytes) => {
      expect(refusals).toContain(codeOf(await read(bytes)))
    }),
    { numRuns: spoiltRuns },
  )
})

it('case 52: refuses five megabytes of header', { timeout }, async () => {
  const line =
    '-> X25519 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n'
  const long = `age-encryption.org/v1\n${line.repeat(Math.floor(4_999_000 / line.length))}`
  expect(refusals).toContain(codeOf(await read(new TextEncoder().encode(long))))
})
