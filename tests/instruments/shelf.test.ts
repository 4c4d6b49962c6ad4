import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'

const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../questionnaires', import.meta.url)),
)
const shelf = available.map(({ instrument }) => instrument)
const ids = shelf.map(({ id }) => id)
const idsOf = (holds: (instrument: (typeof shelf)[number]) => boolean) =>
  shelf.filter(holds).map(({ id }) => id)

it('has the default set, so that a room needs nothing else', () => {
  const adults = [
    'phq-9',
    'phq-8',
    'phq-4',
    'phq-2',
    'phq-15',
    'gad-7',
    'gad-2',
    'k10',
    'k6',
    'who-5',
    'ces-d',
  ]
  const more = ['srq-20', 'rses', 'pswq', 'brief-cope', 'pc-ptsd-5', 'pcl-5', 'asq']
  const drinking = ['audit', 'audit-c', 'fast', 'cage']
  const others = ['gds-15', 'adl-elder', 'psc-35', 'psc-17', 'y-psc', 'social-function', 'behaviour-clues']
  const staff = ['danger-level', 'illness-class', 'observation-record']
  expect(ids).toEqual([...adults, ...more, ...drinking, ...others, ...staff].sort())
})

it('is for adults, elders, adolescents and children, by themselves and by those who know them', () => {
  const asked = (age: number, rater: 'self' | 'informant') =>
    idsOf(
      ({ ages, raters, kind }) =>
        kind === 'scale' && raters.includes(rater) && (ages.min ?? 0) <= age && age <= (ages.max ?? 130),
    )
  for (const age of [8, 14, 40, 75]) {
    expect(asked(age, 'self').length).toBeGreaterThan(0)
    expect(asked(age, 'informant').length).toBeGreaterThan(0)
  }
})

describe('the terms', () => {
  it('allow what is here in Chinese without an official text, and it is marked', () => {
    const marked = idsOf(({ provenance }) => provenance['zh-CN']?.status === 'unofficialTranslation')
    expect(marked).toEqual(['audit', 'audit-c', 'pcl-5', 'phq-15'])
  })

  it('of the PSC ask for the official translation, which is not here', () => {
    const official = shelf.filter(({ terms }) => terms.officialTranslationOnly)
    expect(official.map(({ id }) => id)).toEqual(['psc-17', 'psc-35', 'y-psc'])
    for (const { languages } of official) expect(languages).toEqual(['en'])
  })

  it('that forbid sale are said to be non-commercial', () => {
    for (const { terms } of shelf) expect(terms.nonCommercial).toBe(terms.class === 'A-NC')
    expect(idsOf(({ terms }) => terms.nonCommercial)).toEqual(['audit', 'audit-c', 'srq-20', 'who-5'])
  })
})

it('asks for training where the state documents do', () => {
  expect(idsOf(({ qualification }) => qualification !== null)).toEqual(['danger-level', 'illness-class'])
})

it('marks the record of observations as no scale, and gives it no score', () => {
  const [record, ...others] = shelf.filter(({ kind }) => kind === 'observation')
  expect(others).toEqual([])
  expect(record).toMatchObject({ id: 'observation-record', scales: [] })
  expect(record?.advice?.['zh-CN']).toContain('观察记录，非标准化量表')
})

it.each(available)('$instrument.id names only next steps that are here', ({ instrument }) => {
  for (const { cutOffs } of instrument.scales)
    for (const { next } of cutOffs) if (next !== null) expect(ids).toContain(next)
})

it.each(available)('no words of our own about $instrument.id judge a person', ({ instrument }) => {
  const { scales, advice, qualification } = instrument
  const words = [
    advice,
    qualification,
    ...scales.flatMap(({ label, bands, cutOffs }) => [
      label,
      ...bands.map((band) => band.label),
      ...cutOffs.flatMap((cutOff) => [cutOff.label, cutOff.caveat?.label ?? null]),
    ]),
  ]
  for (const text of words) {
    expect(text?.['zh-CN'] ?? '').not.toMatch(/异常|危险分子|病人|患者|变态|高危/)
    expect(text?.en ?? '').not.toMatch(/abnormal|dangerous|patient|deviant/i)
  }
})
