import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readScoreForms } from '../../src/casework/assessments/score-form.ts'
import { type Instrument, instrumentSchema } from '../../src/instruments/instrument.ts'
import { reliablePoints } from '../../src/scoring/change.ts'
import { criticalFindings } from '../../src/tiering/evidence.ts'
import { given } from '../support/exchange.ts'
import { shippedRules } from './shipped-rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const shelf: Instrument[] = globSync('questionnaires/*/instrument.json', { cwd: root }).map((path) =>
  instrumentSchema.parse(JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))),
)

/** What may be entered by hand, and raises an alert. */
const forms = given(readScoreForms(JSON.parse(readFileSync(`${root}/resources/score-entry.json`, 'utf8'))))
const byHand = forms.flatMap(({ id, scores }) =>
  scores.filter(({ criticalFrom }) => criticalFrom !== null).map((score) => ({ id, item: score.id })),
)

describe('the shipped rules and the instruments on the shelf', () => {
  it.each(shippedRules.rules)('$id looks at something there is', ({ when }) => {
    if ('interview' in when || 'clue' in when) return
    if ('criticalItem' in when) {
      const entered = byHand.filter(({ id }) => id === when.criticalItem)
      const items = shelf.find(({ id }) => id === when.criticalItem)?.criticalItems ?? []
      expect([...items, ...entered].map(({ item }) => item)).toContain(when.item)
      return
    }
    const instrument = 'score' in when ? when.score : when.worse
    const scale = shelf.find(({ id }) => id === instrument)?.scales.find(({ id }) => id === when.scale)
    if ('worse' in when) {
      expect(scale && reliablePoints(scale)).toBeGreaterThan(0)
      expect(scale?.direction).toBe('higherIsWorse')
      return
    }
    const form = forms.find(({ id }) => id === instrument)?.scores.find(({ id }) => id === when.scale)
    const range = scale?.range ?? form
    expect(range).toBeDefined()
    for (const limit of [when.min, when.max])
      if (limit !== undefined && range)
        expect(limit >= (range.min ?? -Infinity) && limit <= (range.max ?? Infinity)).toBe(true)
    if (when.cutOff) expect(scale?.cutOffs.map(({ id }) => id)).toEqual(expect.arrayContaining(when.cutOff))
    if (when.band) expect(scale?.bands.map(({ id }) => id)).toEqual(expect.arrayContaining(when.band))
  })

  it.each(shippedRules.rules)('$id names something that can be done anew', ({ reassess, when }) => {
    for (const instrument of reassess.instruments)
      expect([...shelf.filter(({ scales }) => scales.length > 0), ...forms].map(({ id }) => id)).toContain(
        instrument,
      )
    if ('score' in when) expect(reassess.instruments).toEqual([when.score])
    else if ('worse' in when) expect(reassess.instruments).toEqual([when.worse])
    else expect(reassess.interview).toBe(true)
  })

  it('see every change for the worse that can be told from measurement error on a whole score', () => {
    const told = shelf.flatMap(({ id, scales }) =>
      scales.filter((scale) => scale.label === null && reliablePoints(scale) !== null).map(() => id),
    )
    expect(shippedRules.rules.flatMap(({ when }) => ('worse' in when ? when.worse : [])).sort()).toEqual(
      told.sort(),
    )
  })

  it('reach a tier from the score that was proposed, and count for four weeks', () => {
    const scores = shippedRules.rules.flatMap(({ when, tier, lifetimeDays }) => {
      if (!('score' in when)) return []
      const limit = [when.min ?? [], when.max ?? [], when.cutOff ?? []].flat().join()
      expect(lifetimeDays).toBe(28)
      return [`${when.score} ${when.scale} ${when.max === undefined ? '' : 'down to '}${limit}: ${tier}`]
    })
    expect(scores.sort()).toEqual([
      'audit total 8: watch',
      'c-ssrs behaviour 2: priority',
      'c-ssrs ideation 4: priority',
      'ces-d total 16: watch',
      'danger-level total 3: priority',
      'gad-7 total 10: watch',
      'gds-15 total 6: watch',
      'k10 total 22: watch',
      'k6 total 13: watch',
      'pcl-5 total 31: watch',
      'phq-8 total 10: watch',
      'phq-9 total 10: watch',
      'phq-9 total 20: priority',
      'psc-17 attention furtherAssessment: watch',
      'psc-17 externalizing furtherAssessment: watch',
      'psc-17 internalizing furtherAssessment: watch',
      'psc-17 total furtherAssessment: watch',
      'psc-35 total furtherAssessment: watch',
      'srq-20 total 8: watch',
      'who-5 total down to 50: watch',
      'y-psc total furtherAssessment: watch',
    ])
  })

  it('never suggest the lowest tier, and the highest for what was confirmed, or said of this moment', () => {
    for (const { id, when, tier, proposed } of shippedRules.rules) {
      expect(tier, id).not.toBe('general')
      expect(proposed, id).toBe(true)
      if ('interview' in when) expect(tier, id).toBe('priority')
      if ('worse' in when || 'clue' in when) expect(tier, id).toBe('watch')
      if (!('criticalItem' in when)) continue
      const now = when.criticalItem === 'asq' && when.item === 'q5' && !when.finding.includes('denied')
      expect(tier, id).toBe(when.finding.includes('confirmed') || now ? 'priority' : 'watch')
    }
  })

  it('keep what nobody has asked about for a year, and what was asked about for four weeks', () => {
    for (const { id, when, tier, lifetimeDays } of shippedRules.rules)
      if ('criticalItem' in when)
        expect(lifetimeDays, id).toBe(tier === 'watch' && when.finding.includes('open') ? 365 : 28)
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
