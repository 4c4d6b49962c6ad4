import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBatteryProposals } from '../../../src/casework/assessments/battery-proposals.ts'
import { given } from '../../support/exchange.ts'

const at = (path: string) => new URL(`../../../${path}`, import.meta.url)
const shipped: unknown = JSON.parse(readFileSync(at('resources/battery-proposals.json'), 'utf8'))

const instrumentOf = (id: string) =>
  JSON.parse(readFileSync(at(`questionnaires/${id}/instrument.json`), 'utf8'))

describe('the batteries that are proposed', () => {
  const proposals = given(readBatteryProposals(shipped))

  it.each(
    proposals.flatMap(({ id, instruments }) =>
      instruments.map((instrument): [string, string] => [id, instrument]),
    ),
  )('%s: %s is in the program and needs no training', (_, instrument) => {
    expect(existsSync(at(`questionnaires/${instrument}/instrument.json`))).toBe(true)
    expect(instrumentOf(instrument).qualification).toBeNull()
  })

  it.each(proposals)('$id can be answered by one and the same person in one language', ({ instruments }) => {
    const together = (part: 'raters' | 'languages') =>
      instruments
        .map((instrument): string[] => instrumentOf(instrument)[part])
        .reduce((all, some) => all.filter((one) => some.includes(one)))
    expect(together('raters')).not.toEqual([])
    expect(together('languages')).toContain('zh-CN')
  })
})

it('a broken list is refused, and says where', () => {
  const [first] = given(readBatteryProposals(shipped))
  for (const [path, content] of [
    ['', {}],
    ['', [first, first]],
    ['0.instruments', [{ ...first, instruments: ['phq-9'] }]],
    ['0.everyWeeks', [{ ...first, everyWeeks: 105 }]],
  ] as const)
    expect(readBatteryProposals(content)).toMatchObject({
      ok: false,
      refusal: { code: 'BATTERY_PROPOSALS_INVALID', at: path },
    })
})
