import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readScoreForms } from '../../src/casework/score-form.ts'
import { type Instrument, instrumentSchema } from '../../src/instruments/instrument.ts'
import { criticalFindings } from '../../src/tiering/evidence.ts'
import { given } from '../support/exchange.ts'
import { shippedRules } from './shipped-rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const shelf: Instrument[] = globSync('questionnaires/*/instrument.json', { cwd: root }).map((path) =>
  instrumentSchema.parse(JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))),
)

/** What may be entered by hand, and raises an alert. */
const byHand = given(
  readScoreForms(JSON.parse(readFileSync(`${root}/resources/score-entry.json`, 'utf8'))),
).flatMap(({ id, scores }) =>
  scores.filter(({ criticalFrom }) => criticalFrom !== null).map((score) => ({ id, item: score.id })),
)

describe('the shipped rules and the instruments on the shelf', () => {
  it.each(shippedRules.rules)('$id looks at something there is', ({ when }) => {
    const instrument = shelf.find(({ id }) => id === ('score' in when ? when.score : when.criticalItem))
    if ('criticalItem' in when) {
      const entered = byHand.filter(({ id }) => id === when.criticalItem)
      expect([...(instrument?.criticalItems ?? []), ...entered].map(({ item }) => item)).toContain(when.item)
      return
    }
    const scale = instrument?.scales.find(({ id }) => id === when.scale)
    const { min = -Infinity, max = Infinity } = scale?.range ?? {}
    for (const limit of [when.min, when.max])
      if (limit !== undefined) expect(limit >= min && limit <= max).toBe(true)
    expect(scale?.cutOffs.map(({ id }) => id)).toEqual(expect.arrayContaining(when.cutOff ?? []))
    expect(scale?.bands.map(({ id }) => id)).toEqual(expect.arrayContaining(when.band ?? []))
  })

  // A level that staff entered is a score as well, and that score has its rule.
  const alerting = shelf
    .filter(({ id }) => id !== 'danger-level')
    .flatMap(({ id, criticalItems }) =>
      criticalItems.filter(({ response }) => response !== 'prompt').map(({ item }) => ({ id, item })),
    )

  it.each([...alerting, ...byHand])('whatever comes of $id $item, a rule holds', ({ id, item }) => {
    for (const finding of criticalFindings)
      expect(
        shippedRules.rules.filter(
          ({ when }) =>
            'criticalItem' in when &&
            when.criticalItem === id &&
            when.item === item &&
            when.finding.includes(finding),
        ),
      ).toHaveLength(1)
  })
})
