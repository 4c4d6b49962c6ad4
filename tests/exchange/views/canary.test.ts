import { expect, it } from 'vitest'
import { payloadText } from '../../../src/exchange/package-payload.ts'
import { readPackage } from '../../../src/exchange/read-package.ts'
import { prepareRelease } from '../../../src/exchange/release/prepare-release.ts'
import { packageView } from '../../../src/exchange/views/package-view.ts'
import { viewFormats, writeView } from '../../../src/exchange/views/write-view.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { deskOf, given, makeUnit, packageOf } from '../../support/exchange.ts'
import { fact, pseudonym } from '../../support/facts.ts'
import { filesOfZip } from '../../support/read-back.ts'
import { shippedPlan } from '../../support/release-plan.ts'
import { countedOf, roomKeys, testGuard } from '../release/counted.ts'
import { roomFacts } from '../release/room-facts.ts'

const period = '2026-Q4'

/** The last code of a dimension of the plan. */
const codeOf = (dimension: string): string =>
  shippedPlan.dimensions.find(({ id }) => id === dimension)?.codes.at(-1)?.code ?? expect.fail(dimension)

/** What one person is counted by so often that the number is found nowhere else: too few persons, however many times. */
const canary = (number: number, times: number, given: Partial<Fact>): Fact[] =>
  Array.from({ length: times }, () =>
    fact({
      month: '2026-11',
      person: pseudonym(900_000 + number),
      sex: 'female',
      ageBand: 'under14',
      ...given,
    }),
  )

it('abuse cases 1 and 16, case 62: of a simulated room nothing leaves, in any view, that only a withheld cell says', async () => {
  const facts = [
    ...roomFacts('canary', 700),
    ...canary(1, 10_463, { kind: 'referral', category: codeOf('receiver'), detail: codeOf('referralStage') }),
    ...canary(2, 11_471, { kind: 'followUp', category: codeOf('followUpState') }),
    ...canary(3, 12_487, { kind: 'crisis', category: codeOf('crisisTrigger') }),
    ...canary(4, 13_499, {
      kind: 'rightsRequest',
      category: codeOf('rightAsked'),
      detail: codeOf('answered'),
    }),
  ]
  const counted = countedOf(facts, { period })
  const { tables } = await prepareRelease(counted, roomKeys, testGuard())
  const [room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
  const { bytes } = await packageOf(room, county, { period, profile: 'large', tables })
  const read = given(await readPackage(bytes, deskOf(county, [room])))

  const shown = new Set(tables.flatMap(({ cells }) => cells))
  const truth = tables.map(({ cells }, table) => ({ cells, counts: counted.tables[table]?.cells ?? [] }))
  const hidden = truth.flatMap(({ cells, counts }) => counts.filter((_, cell) => cells[cell] === null))
  // Small numbers stand for a hundred other things; these stand for nothing else.
  const secret = [...new Set(hidden)].filter((count) => count >= 10_000 && !shown.has(count)).map(String)
  expect(secret.length).toBeGreaterThanOrEqual(4)
  expect(hidden.length).toBeGreaterThan(100)

  const view = packageView(read, shippedPlan)
  const texts = new Map([['package', payloadText(read.payload)]])
  for (const format of viewFormats)
    for (const language of ['zh-CN', 'en'] as const) {
      const file = await writeView(view, format, language)
      const text =
        format === 'xlsx'
          ? [...filesOfZip(file.bytes).values()].join('\n')
          : new TextDecoder().decode(file.bytes)
      texts.set(`${format} ${language} ${file.name}`, text)
    }
  // Digests are the same wherever they stand and are no counts.
  const digests = /[0-9a-f]{64}|[\w-]{43}/g
  for (const [name, text] of texts) {
    const plain = text.replace(digests, '')
    expect(
      secret.filter((count) => plain.includes(count)),
      name,
    ).toEqual([])
  }
  const largest = Math.max(...[...shown].map((count) => count ?? 0))
  for (const [name, text] of texts) expect(text, name).toContain(String(largest))
}, 300_000)
