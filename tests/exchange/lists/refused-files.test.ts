import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleLists } from '../../../src/exchange/client-list/people-lists.ts'
import { listLimits } from '../../../src/exchange/lists/list-limits.ts'
import { readList } from '../../../src/exchange/lists/read-list.ts'
import { sheetOf, workbookEntries, type ZipEntry, zipOf } from './workbook.ts'

const runs = process.env.ANXIN_LONG ? 5_000 : 300
const bytes = (...numbers: number[]) => new Uint8Array(numbers)
const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const refusal = async (file: Uint8Array<ArrayBuffer>) => {
  const list = await readList(file, peopleLists)
  return list.ok ? 'READ' : list.refusal.code
}

const entries = workbookEntries({
  sheets: [
    sheetOf([
      ['姓名', '电话'],
      ['示例安宁', '000-0000-0001'],
    ]),
  ],
})
/** The workbook with one of its parts changed. */
const changed = (name: string, change: (entry: ZipEntry) => Partial<ZipEntry>) =>
  zipOf(entries.map((entry) => (entry.name === name ? { ...entry, ...change(entry) } : entry)))
const sheet = 'xl/worksheets/sheet1.xml'

describe('a file that is no list', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['nothing', bytes(), 'LIST_EMPTY'],
    ['white space', ascii(' \r\n,,\r\n\t'), 'LIST_EMPTY'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0), 'LIST_OLD_EXCEL'],
    [
      'a workbook with a password',
      new Uint8Array(
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
      'LIST_LOCKED',
    ],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), 'LIST_WRONG_TYPE'],
    ['a PDF file', ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n\x01\x02'), 'LIST_WRONG_TYPE'],
    ['a web page', ascii('<html><table><tr><td>x</td></tr></table></html>'), 'LIST_WRONG_TYPE'],
    ['another zip file', zipOf([{ name: 'a.txt', content: 'x' }]), 'LIST_WRONG_TYPE'],
    ['a text document', changed('xl/workbook.xml', () => ({ content: '<document/>' })), 'LIST_WRONG_TYPE'],
    ['a zip file cut short', zipOf(entries).slice(0, -1), 'LIST_DAMAGED'],
    ['a zip file with something after it', new Uint8Array([...zipOf(entries), 0]), 'LIST_DAMAGED'],
    ['the first two letters of a zip file', ascii('PK'), 'LIST_DAMAGED'],
    ['a file over the limit', new Uint8Array(listLimits.bytes + 1), 'LIST_TOO_LARGE'],
  ])('%s', async (_, file, code) => {
    expect(await refusal(file)).toBe(code)
  })
})

describe('a workbook', () => {
  it('as it stands is read, with a comment on the zip file too', async () => {
    expect(await refusal(zipOf(entries))).toBe('READ')
    expect(await refusal(zipOf(entries, 'PK\u0005\u0006 a comment'))).toBe('READ')
    expect(await refusal(changed(sheet, () => ({ method: 0 })))).toBe('READ')
  })
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['whose part has another checksum', changed(sheet, () => ({ crc: 1 })), 'LIST_DAMAGED'],
    ['whose part is longer than said', changed(sheet, () => ({ size: 10 })), 'LIST_DAMAGED'],
    ['whose part is shorter than said', changed(sheet, () => ({ size: 100_000 })), 'LIST_DAMAGED'],
    ['packed in another way', changed(sheet, () => ({ method: 9 })), 'LIST_DAMAGED'],
    ['with a locked part', changed(sheet, () => ({ flags: 1 })), 'LIST_LOCKED'],
    [
      'that says it unpacks to gigabytes',
      changed(sheet, () => ({ size: 4_000_000_000 })),
      'LIST_UNPACKS_TOO_LARGE',
    ],
    [
      'with a part under one name twice',
      zipOf([...entries, { name: sheet, content: '<x/>' }]),
      'LIST_DAMAGED',
    ],
    [
      'with a part under one name twice, in capitals',
      zipOf([...entries, { name: sheet.toUpperCase(), content: '<x/>' }]),
      'LIST_DAMAGED',
    ],
    ['without its sheet', zipOf(entries.filter(({ name }) => name !== sheet)), 'LIST_DAMAGED'],
    ['without its styles', zipOf(entries.filter(({ name }) => name !== 'xl/styles.xml')), 'LIST_DAMAGED'],
  ])('%s is refused', async (_, file, code) => {
    expect(await refusal(file)).toBe(code)
  })

  it('that unpacks to far more than it is stops at the limit', async () => {
    const bomb = changed(sheet, () => ({ content: new Uint8Array(listLimits.unpackedBytes).fill(32) }))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal(bomb)).toBe('LIST_UNPACKS_TOO_LARGE')
    // Many parts, each small enough.
    const sheets = Array.from({ length: 4 }, () => ' '.repeat(30_000_000))
    expect(await refusal(zipOf(workbookEntries({ sheets })))).toBe('LIST_UNPACKS_TOO_LARGE')
  })

  it('with bytes changed anywhere is read as it was, or refused', async () => {
    const right = zipOf(entries)
    const asItWas = await readList(right, peopleLists)
    expect(asItWas.ok).toBe(true)
    const change = fc.record({ at: fc.nat(right.length - 1), to: fc.integer({ min: 0, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const wrong = right.slice()
        for (const { at, to } of changes) wrong[at] = to
        const list = await readList(wrong, peopleLists)
        if (list.ok && list.value.format === 'xlsx') expect(list).toEqual(asItWas)
      }),
      { numRuns: runs },
    )
  })

  it('cut short or cut up is refused', async () => {
    const right = zipOf(entries)
    await fc.assert(
      fc.asyncProperty(fc.nat(right.length - 1), fc.nat(40), async (at, many) => {
        const list = await readList(
          new Uint8Array([...right.slice(0, at), ...right.slice(at + many + 1)]),
          peopleLists,
        )
        expect(list.ok && list.value.format === 'xlsx').toBe(false)
      }),
      { numRuns: runs },
    )
  })
})

describe('any bytes', () => {
  it('are read or refused, and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (random) => {
        await readList(new Uint8Array(random), peopleLists)
        await readList(new Uint8Array([0x50, 0x4b, 3, 4, ...random]), peopleLists)
      }),
      { numRuns: runs },
    )
  })
  it('in a part of a workbook neither', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...entries.map(({ name }) => name)),
        fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ maxLength: 60 })),
        async (name, content) => {
          await readList(
            changed(name, () => ({
              content: typeof content === 'string' ? content : new Uint8Array(content),
            })),
            peopleLists,
          )
        },
      ),
      { numRuns: runs },
    )
  })
})
