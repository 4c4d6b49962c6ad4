import { beforeAll, expect, it } from 'vitest'
import {
  EnrolledCardError,
  enrolledCard,
  enrolledCardKind,
  openEnrolledCard,
} from '../../src/exchange/enrolled-card.ts'
import { keptFile } from '../../src/exchange/kept-package.ts'
import { receivedPackage, receivedPackageKind } from '../../src/exchange/received-package.ts'
import { sentPackage, sentPackageKind, writtenPackage } from '../../src/exchange/sent-package.ts'
import { unitKeysKind } from '../../src/exchange/unit-keys.ts'
import { example, makeUnit, type TestUnit } from '../support/exchange.ts'

const { packageOf, payloadOf } = example

const who = '0'.repeat(32)
const when = '2026-11-30T08:00:00.000Z'

let room: TestUnit
let county: TestUnit

beforeAll(async () => {
  ;[room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
})

it('keeps a written package with its file, byte for byte', async () => {
  const written = await packageOf(room, county)
  const record = sentPackage(written, await payloadOf(room, county), { writtenAt: when, writtenBy: who })
  const stored = sentPackageKind.schema.parse(JSON.parse(JSON.stringify(record)))
  expect(stored).toMatchObject({ period: '2026-11', seq: 1, to: '330102' })
  expect(writtenPackage(stored)).toEqual(written)
})

it('keeps a received package with its file, byte for byte', async () => {
  const { bytes, sha256 } = await packageOf(room, county)
  const payload = await payloadOf(room, county)
  const record = receivedPackage(bytes, { payload, sha256 }, { receivedAt: when, receivedBy: who })
  const stored = receivedPackageKind.schema.parse(JSON.parse(JSON.stringify(record)))
  expect(stored).toMatchObject({ unit: '330102001', period: '2026-11', seq: 1, sha256 })
  expect(keptFile(stored)).toEqual(bytes)
})

it('keeps an accepted card and checks it whenever it is opened', async () => {
  const record = enrolledCard(room.file, room, { enrolledAt: when, enrolledBy: who })
  const stored = enrolledCardKind.schema.parse(JSON.parse(JSON.stringify(record)))
  expect(await openEnrolledCard(stored)).toEqual({ card: room.card, kid: room.kid })
  await expect(openEnrolledCard({ ...stored, kid: county.kid })).rejects.toThrow(EnrolledCardError)
  await expect(openEnrolledCard({ ...stored, jws: stored.jws.slice(1) })).rejects.toThrow(EnrolledCardError)
})

it('keeps all of this in the exchange domain, apart from clients', () => {
  for (const kind of [sentPackageKind, receivedPackageKind, enrolledCardKind, unitKeysKind]) {
    expect(kind.domain).toBe('exchange')
  }
  expect(unitKeysKind.schema.parse(room.keys)).toEqual(room.keys)
  expect(unitKeysKind.clientOf(room.keys, 'a'.repeat(32))).toBeNull()
})
