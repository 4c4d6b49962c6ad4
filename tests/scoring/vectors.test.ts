import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'
import { score } from '../../src/scoring/score.ts'
import { scoreResultSchema } from '../../src/scoring/score-result.ts'

const root = fileURLToPath(new URL('../../questionnaires', import.meta.url))
const { available, broken } = await readQuestionnaires(root)

it('reads every folder of questionnaires/', () => {
  expect(broken).toEqual([])
  expect(available.map(({ instrument }) => instrument.id)).toEqual(readdirSync(root).sort())
})

describe.each(available)('$instrument.id', ({ instrument, vectors }) => {
  it.each(vectors.cases)('$name', ({ answers, about, result }) => {
    const scored = score(instrument, answers, about)
    expect(scored).toStrictEqual({ instrument: instrument.id, version: instrument.version, ...result })
    expect(scoreResultSchema.parse(scored)).toStrictEqual(scored)
  })

  it('has vectors for the ends of every scale, every edge of a band and every cut-off', () => {
    for (const scale of instrument.scales) {
      const proven = new Set(vectors.cases.map(({ result }) => result.scores[scale.id]))
      const step = scale.kind === 'sum' ? scale.factor : 1
      const reachable = (value: number) => Math.floor(value / step) * step
      const edges = [
        scale.range.min,
        scale.range.max,
        ...scale.bands.flatMap((band) => [reachable(band.max), Math.ceil(band.min / step) * step]),
        ...scale.cutOffs.map(({ score }) => reachable(score)),
      ]
      expect(edges.filter((edge) => !proven.has(edge))).toEqual([])
    }
  })

  it('has vectors for every critical answer alone, for missing answers and for answers refused', () => {
    for (const { item, values } of instrument.criticalItems)
      for (const value of values)
        expect(
          vectors.cases.some(
            ({ answers, result }) =>
              result.critical.some((found) => found.item === item && found.value === value) &&
              Object.entries(answers).every(([other, answer]) => other === item || answer === 0),
          ),
        ).toBe(true)
    const statuses = vectors.cases.map(({ result }) => result.status)
    expect(statuses).toEqual(expect.arrayContaining(['scored', 'incomplete', 'invalid']))
  })
})
