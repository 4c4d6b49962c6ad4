import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeyEvent } from '../../src/exchange/keys/key-event.ts'
import { writeKeyList } from '../../src/exchange/keys/key-list.ts'
import { keyStandings } from '../../src/exchange/keys/key-standing.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { packageView } from '../../src/exchange/views/package-view.ts'
import { viewFormats, writeView } from '../../src/exchange/views/write-view.ts'
import { anxin, anxinOnFullDisk } from '../support/anxin-command.ts'
import { examplePlan } from '../support/example-plan.ts'
import { example, given, makeUnit, type TestUnit } from '../support/exchange.ts'
import { suppressedTable } from '../support/suppressed-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'anxin-package-'))
const at = (name: string) => join(folder, name)
const period = '2025-03'
let room: TestUnit
let county: TestUnit
let bytes: Uint8Array

const roundedTo = (base: number) => (cells: number) => Array.from({ length: cells }, (_, n) => n * base)

beforeAll(async () => {
  ;[room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
  const { payload } = { payload: await example.payloadOf(room, county, { period, profile: 'medium' }) }
  const tables = payload.tables.map((table) => {
    if (table.id === 'referrals') return suppressedTable(examplePlan, 'referrals').table
    return { ...table, cells: roundedTo(15)(table.cells.length) }
  })
  ;({ bytes } = await example.packageOf(room, county, { period, profile: 'medium', tables }))
  await mkdir(at('cards'))
  await Promise.all([
    writeFile(at('package.anxin'), bytes),
    writeFile(at('plan.json'), JSON.stringify(examplePlan)),
    writeFile(at('county.key'), `# created: 2026-01-01\n# public key: …\n${county.keys.identity}\n`),
    writeFile(at('room.key'), `${room.keys.identity}\r\n`),
    writeFile(at('cards/room.anxin-card'), room.file),
    writeFile(at('cards/county.anxin-card'), county.file),
    writeFile(at('cards/notes.txt'), 'no card'),
  ])
})
afterAll(() => rm(folder, { recursive: true }))

const asCounty = (action: string, ...more: string[]) =>
  anxin(['package', action, at('package.anxin'), '--identity', at('county.key'), ...more])
const byCards = (...more: string[]) => ['--cards', at('cards'), '--plan', at('plan.json'), ...more]

describe('package inspect', () => {
  it('says what a package says, and that nothing of it is proved', async () => {
    const { exit, lines, errors } = await asCounty('inspect')
    const read = given(await readPackage(bytes, example.deskOf(county, [room])))
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { verified: false, signedBy: room.kid, sha256: read.sha256, payload: read.payload },
    ])
  })
})

describe('package verify', () => {
  it.each(['county.key', 'room.key'])('proves a package by the cards in a folder, with %s', async (key) => {
    const { exit, lines } = await anxin([
      'package',
      'verify',
      at('package.anxin'),
      '--identity',
      at(key),
      ...byCards(),
    ])
    expect(exit).toBe(0)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      verified: true,
      from: '330102001',
      to: '330102',
      period,
      seq: 1,
      plan: { id: 'example', version: 2 },
      protection: { withheld: 4 },
    })
  })
})

describe('package verify with the county’s list of keys', () => {
  const revoked = { unit: '330102001', on: '2025-03-01', enteredAt: '', enteredBy: '' }
  const withList = async (name: string, events: KeyEvent[], cards: TestUnit[], signer = county) => {
    await mkdir(at(name))
    const keys = keyStandings([room], events)
    const list = await writeKeyList({ county: '330102', issued: '2026-01-01', keys }, signer.keys)
    await writeFile(at(`${name}/${list.name}`), list.bytes)
    for (const [index, { file }] of cards.entries()) await writeFile(at(`${name}/${index}.anxin-card`), file)
    const { exit, errors } = await asCounty('verify', '--cards', at(name), '--plan', at('plan.json'))
    return exit === 0 ? 'ACCEPTED' : JSON.parse(errors.trim().split('\n').at(-1) ?? '').code
  }

  it('goes by the standing of every key in it, cards or no cards', async () => {
    expect(await withList('listed', [], [county])).toBe('ACCEPTED')
    const gone: KeyEvent[] = [{ event: 'revoked', kid: room.kid, ...revoked }]
    expect(await withList('revoked', gone, [county, room])).toBe('KEY_REVOKED')
    expect(await withList('other-key', [], [county, await makeUnit('330102001')])).toBe('KEY_CHANGED')
    expect(await withList('forged', [], [county], room)).toBe('UNKNOWN_SENDER')
  })
})

describe('package convert', () => {
  it.each(viewFormats)('writes the view %s to a new file, and to standard output', async (format) => {
    const read = given(await readPackage(bytes, example.deskOf(county, [room])))
    const view = await writeView(packageView(read, examplePlan), format, 'en')
    const out = at(`view.${format}`)
    const words = ['--to', format, '--language', 'en']
    const written = await asCounty('convert', ...byCards(...words, '--out', out))
    expect(written.lines.map((line) => JSON.parse(line))).toEqual([{ written: out, format }])
    expect(new Uint8Array(await readFile(out))).toEqual(view.bytes)
    const { exit, bytes: output } = await asCounty('convert', ...byCards(...words))
    expect(exit).toBe(0)
    expect(new Uint8Array(output)).toEqual(view.bytes)
    const again = await asCounty('convert', ...byCards(...words, '--out', out))
    expect(JSON.parse(again.errors)).toEqual({ code: 'FILE_EXISTS', at: out })
  })

  it('speaks Chinese unless told otherwise', async () => {
    const { output } = await asCounty('convert', ...byCards('--to', 'csv'))
    expect(output).toContain('不予公布')
    expect(output).toContain('2025年3月')
  })
})

describe('what is refused leaves nothing behind', () => {
  const refused = async (args: string[]): Promise<{ exit: number | null; code: string; output: string }> => {
    const before = await readdir(folder)
    const { exit, output, errors } = await anxin(['package', ...args])
    expect(await readdir(folder)).toEqual(before)
    const code: string = JSON.parse(errors.trim().split('\n').at(-1) ?? '').code
    return { exit, output, code }
  }
  const convert = (file: string, key: string, ...more: string[]) =>
    refused(['convert', at(file), '--identity', at(key), ...more, '--to', 'csv', '--out', at('never.csv')])

  it.each<[string, string, () => Promise<string[]>]>([
    [
      'no card of the sender',
      'UNKNOWN_SENDER',
      async () => [await cardsOf('only-county', county), 'package.anxin', 'county.key'],
    ],
    [
      'no card of the county',
      'NO_COUNTY_CARD',
      async () => [await cardsOf('only-room', room), 'package.anxin', 'county.key'],
    ],
    [
      'two keys of one room',
      'KEY_CHANGED',
      async () => [
        await cardsOf('two-keys', county, room, await makeUnit('330102001')),
        'package.anxin',
        'county.key',
      ],
    ],
    [
      'a damaged card',
      'SIGNATURE_INVALID',
      async () => {
        const spoilt = new TextDecoder().decode(room.file)
        const other = {
          ...room,
          file: new TextEncoder().encode(spoilt.slice(0, -2) + (spoilt.endsWith('AA') ? 'BA' : 'AA')),
        }
        return [await cardsOf('damaged', county, other), 'package.anxin', 'county.key']
      },
    ],
    [
      'another key',
      'NOT_FOR_THIS_DESK',
      async () => {
        await writeFile(at('other.key'), `${(await makeUnit('330103')).keys.identity}\n`)
        return [at('cards'), 'package.anxin', 'other.key']
      },
    ],
    [
      'two identities in a file',
      'IDENTITY_UNREADABLE',
      async () => {
        await writeFile(at('two.key'), `${room.keys.identity}\n${county.keys.identity}\n`)
        return [at('cards'), 'package.anxin', 'two.key']
      },
    ],
    [
      'an identity that is none',
      'IDENTITY_UNREADABLE',
      async () => [at('cards'), 'package.anxin', 'plan.json'],
    ],
    ['no package there', 'FILE_UNREADABLE', async () => [at('cards'), 'missing.anxin', 'county.key']],
    ['some other file', 'NOT_A_PACKAGE', async () => [at('cards'), 'plan.json', 'county.key']],
    [
      'a package too large to be one',
      'FILE_TOO_LARGE',
      async () => {
        await writeFile(at('large.anxin'), new Uint8Array(5_000_001))
        return [at('cards'), 'large.anxin', 'county.key']
      },
    ],
  ])('%s', async (_, code, files) => {
    const [cards = '', file = '', key = ''] = await files()
    const result = await convert(file, key, '--cards', cards, '--plan', at('plan.json'))
    expect(result).toEqual({ exit: 1, code, output: '' })
  })

  it('a view that does not fit onto the disk', async () => {
    const before = await readdir(folder)
    const words = ['--identity', at('county.key'), ...byCards('--to', 'csv', '--out', at('never.csv'))]
    const { exit, errors } = await anxinOnFullDisk(['package', 'convert', at('package.anxin'), ...words])
    expect({ exit, ...JSON.parse(errors) }).toEqual({
      exit: 1,
      code: 'FILE_NOT_WRITTEN',
      at: at('never.csv'),
    })
    expect(await readdir(folder)).toEqual(before)
  })

  it('the plan that comes with the program, when the package was made by another', async () => {
    expect(await convert('package.anxin', 'county.key', '--cards', at('cards'))).toEqual({
      exit: 1,
      code: 'UNKNOWN_PLAN',
      output: '',
    })
  })

  it.each([
    ['no action', []],
    ['an unknown action', ['import', 'x', '--identity', 'y']],
    ['no identity', ['inspect', 'x']],
    ['no cards', ['verify', 'x', '--identity', 'y']],
    ['no format', ['convert', 'x', '--identity', 'y', '--cards', 'z']],
    ['an unknown format', ['convert', 'x', '--identity', 'y', '--cards', 'z', '--to', 'pdf']],
    [
      'an unknown language',
      ['convert', 'x', '--identity', 'y', '--cards', 'z', '--to', 'csv', '--language', 'fr'],
    ],
    ['an option that does nothing there', ['inspect', 'x', '--identity', 'y', '--out', 'z']],
    ['two files', ['inspect', 'x', 'y', '--identity', 'z']],
  ])('%s is a mistake of the command line', async (_, args) => {
    expect(await refused(args)).toEqual({ exit: 2, code: 'WRONG_ARGUMENTS', output: '' })
  })

  it('says nothing of an identity it could not use', async () => {
    await writeFile(at('two.key'), `${room.keys.identity}\n${county.keys.identity}\n`)
    const { errors } = await anxin(['package', 'inspect', at('package.anxin'), '--identity', at('two.key')])
    expect(errors).toContain('IDENTITY_UNREADABLE')
    expect(errors).not.toContain('AGE-SECRET-KEY')
  })
})

async function cardsOf(name: string, ...units: TestUnit[]): Promise<string> {
  await mkdir(at(name), { recursive: true })
  await Promise.all(units.map(({ file }, index) => writeFile(join(at(name), `${index}.anxin-card`), file)))
  return at(name)
}
