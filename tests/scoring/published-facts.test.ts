import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readQuestionnaires } from '../../src/host/read-questionnaires.ts'

// What no score shows: written down by hand from the publications and terms, so that nothing of it changes by accident.
const { available } = await readQuestionnaires(
  fileURLToPath(new URL('../../questionnaires', import.meta.url)),
)
const instruments = available.map(({ instrument }) => instrument)
const scales = instruments.flatMap(({ id, scales }) => scales.map((scale) => ({ id, scale })))

// Time frame · terms and what they demand · wording in Chinese and in English: where it comes from.
const sheet = `
  adl-elder          now            A                            stateDocument          -
  asq                mixed          A                            -                      widelyPublished
  audit              pastYear       A-NC nonCommercial           unofficialTranslation  widelyPublished
  audit-c            pastYear       A-NC nonCommercial           unofficialTranslation  widelyPublished
  behaviour-clues    ever           A                            stateDocument          -
  brief-cope         now            A                            -                      oneSource
  cage               ever           A~                           -                      widelyPublished
  ces-d              pastWeek       A                            widelyPublished        widelyPublished
  danger-level       thisVisit      A                            stateDocument          -
  fast               pastYear       A~                           -                      oneSource
  gad-2              pastTwoWeeks   A                            widelyPublished        widelyPublished
  gad-7              pastTwoWeeks   A                            widelyPublished        widelyPublished
  gds-15             pastWeek       A                            widelyPublished        widelyPublished
  illness-class      thisVisit      A                            stateDocument          -
  k10                pastMonth      A~                           officialReported       widelyPublished
  k6                 pastMonth      A~                           officialReported       widelyPublished
  observation-record pastFourWeeks  A                            own                    own
  pc-ptsd-5          pastMonth      A                            -                      widelyPublished
  pcl-5              pastMonth      A                            unofficialTranslation  widelyPublished
  phq-15             pastFourWeeks  A                            unofficialTranslation  widelyPublished
  phq-2              pastTwoWeeks   A                            widelyPublished        widelyPublished
  phq-4              pastTwoWeeks   A                            widelyPublished        widelyPublished
  phq-8              pastTwoWeeks   A                            widelyPublished        widelyPublished
  phq-9              pastTwoWeeks   A                            widelyPublished        widelyPublished
  psc-17             now            A~ officialTranslationOnly   -                      widelyPublished
  psc-35             now            A~ officialTranslationOnly   -                      widelyPublished
  pswq               general        A                            -                      widelyPublished
  rses               now            A~                           widelyPublished        widelyPublished
  social-function    thisVisit      A                            stateDocument          -
  srq-20             pastMonth      A-NC nonCommercial           widelyPublished        widelyPublished
  who-5              pastTwoWeeks   A-NC nonCommercial           officialCopy           widelyPublished
  y-psc              now            A~ officialTranslationOnly   -                      widelyPublished
`
const flags = ['nonCommercial', 'noModification', 'officialTranslationOnly'] as const

it('time frame, terms and origin of the wording', () => {
  const rows = instruments.map(({ id, timeFrame, terms, provenance }) => {
    const demands = flags.filter((flag) => terms[flag])
    return [
      [id, timeFrame, terms.class, ...demands],
      [provenance['zh-CN'], provenance.en].map((origin) => origin?.status ?? '-'),
    ]
      .flat()
      .join(' ')
  })
  expect(rows).toEqual(
    sheet
      .trim()
      .split('\n')
      .map((row) => row.trim().replaceAll(/ +/g, ' ')),
  )
})

it('which are filled in by staff or asked by them, and never left to the client alone', () => {
  expect(instruments.filter(({ modes }) => !modes.includes('client')).map(({ id }) => id)).toEqual([
    'asq',
    'behaviour-clues',
    'danger-level',
    'illness-class',
    'observation-record',
    'social-function',
  ])
  for (const { modes } of instruments) expect(modes).toContain('interview')
})

it('the levels of the state documents need training, and only the observation record is none of a scale', () => {
  const trained = instruments.filter(({ qualification }) => qualification !== null)
  expect(trained.map(({ id }) => id)).toEqual(['danger-level', 'illness-class'])
  const observations = instruments.filter(({ kind }) => kind === 'observation')
  expect(observations.map(({ id }) => id)).toEqual(['observation-record'])
})

it('a credit stands wherever terms of a publisher hold', () => {
  const own = ['adl-elder', 'behaviour-clues', 'danger-level', 'illness-class', 'observation-record']
  const without = instruments.filter(({ terms }) => terms.credit === null).map(({ id }) => id)
  expect(without).toEqual([...own, 'social-function'])
})

it('what each critical answer calls for', () => {
  const calls = instruments.flatMap(({ id, criticalItems }) =>
    criticalItems.map(({ item, response }) => `${id} ${item} ${response}`),
  )
  expect(calls).toEqual([
    ...[1, 2, 3, 4].map((question) => `asq q${question} interviewSameVisit`),
    'asq q5 actAtOnce',
    'audit q9 prompt',
    'behaviour-clues q10 verifyAndRefer',
    'danger-level q1 referAtOnce',
    'gds-15 q12 prompt',
    'gds-15 q14 prompt',
    'k10 q4 prompt',
    'k10 q10 prompt',
    'k6 q2 prompt',
    'k6 q6 prompt',
    ...[16, 17, 18].map((question) => `observation-record q${question} verifyAndRefer`),
    'pcl-5 q16 prompt',
    'phq-9 q9 interviewSameVisit',
    'srq-20 q17 interviewSameVisit',
  ])
})

it('in which direction every scale runs', () => {
  const better = scales.filter(({ scale }) => scale.direction === 'higherIsBetter')
  const coping =
    'activeCoping emotionalSupport instrumentalSupport positiveReframing planning humour acceptance religion'
  expect(better.map(({ id, scale }) => `${id} ${scale.id}`)).toEqual([
    ...coping.split(' ').map((scale) => `brief-cope ${scale}`),
    'illness-class total',
    'rses total',
    'rses forward8',
    'who-5 total',
  ])
})

it('every published threshold', () => {
  const thresholds = scales.flatMap(({ id, scale }) =>
    scale.cutOffs.map(({ score, sex, ages }) =>
      [id, scale.id, score, sex ?? [], ages === null ? [] : `${ages.min ?? ''}-${ages.max ?? ''}`]
        .flat()
        .join(' '),
    ),
  )
  expect(thresholds).toEqual([
    'asq total 1',
    'asq acuity 1',
    'audit total 8',
    'audit-c total 4 male',
    'audit-c total 3 female',
    'behaviour-clues total 1',
    'cage total 2',
    'ces-d total 16',
    'danger-level total 3',
    'fast total 3',
    'gad-2 total 3',
    'gad-7 total 10',
    'gds-15 total 6',
    'gds-15 total 10',
    'illness-class total 1',
    'k6 total 5',
    'k6 total 13',
    'pc-ptsd-5 total 3',
    'pc-ptsd-5 total 4',
    'pcl-5 total 31',
    'pcl-5 total 33',
    'pcl-5 provisional 1',
    'phq-15 severeSymptoms 3',
    'phq-2 total 3',
    'phq-4 anxiety 3',
    'phq-4 depression 3',
    'phq-8 total 10',
    'phq-9 total 10',
    'psc-17 total 15',
    'psc-17 attention 7',
    'psc-17 internalizing 5',
    'psc-17 externalizing 7',
    'psc-35 total 28 6-',
    'psc-35 total 24 -5',
    'srq-20 total 8',
    'who-5 total 50',
    'y-psc total 30',
  ])
})

it('WHO-5: the bands meet at the threshold, which no form scores exactly above', () => {
  const whoFive = scales.find(({ id }) => id === 'who-5')
  expect(whoFive?.scale.bands.map(({ min, max }) => [min, max])).toEqual([
    [0, 50],
    [51, 100],
  ])
})

it('which instrument is the next step', () => {
  const steps = scales.flatMap(({ id, scale }) =>
    scale.cutOffs.flatMap(({ next }) => (next === null ? [] : [`${id} ${scale.id}: ${next}`])),
  )
  expect([...new Set(steps)]).toEqual([
    'audit-c total: audit',
    'gad-2 total: gad-7',
    'pc-ptsd-5 total: pcl-5',
    'phq-2 total: phq-9',
    'phq-4 anxiety: gad-7',
    'phq-4 depression: phq-9',
  ])
  const withNext = scales.filter(({ scale }) => scale.cutOffs.some(({ next }) => next !== null))
  for (const { scale } of withNext) for (const { next } of scale.cutOffs) expect(next).not.toBeNull()
})

it('how large a change has to be', () => {
  const changes = scales.flatMap(({ id, scale: { reliability, reliableChange, meaningfulChange } }) => {
    const error = reliability === null ? reliableChange?.points : [reliability.coefficient, reliability.sd]
    return error === undefined && meaningfulChange === null
      ? []
      : [[id, error ?? null, meaningfulChange?.points ?? null]]
  })
  expect(changes).toEqual([
    ['ces-d', 10.1, null],
    ['gad-7', 4, 4],
    ['k6', [0.73, 5.84], null],
    ['pcl-5', 10, 10],
    ['phq-9', 6, 5],
    ['who-5', null, 10],
  ])
})

describe('LOINC', () => {
  const phq9 = [
    '44250-9',
    '44255-8',
    '44259-0',
    '44254-1',
    '44251-7',
    '44258-2',
    '44252-5',
    '44253-3',
    '44260-8',
  ]
  const gad7 = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7']
  const coded: Record<string, { panel: string | null; total: string | null; items: string[] }> = {
    'phq-9': { panel: '44249-1', total: '44261-6', items: [...phq9, '69722-7'] },
    'phq-8': { panel: null, total: null, items: phq9.slice(0, 8) },
    'phq-2': { panel: null, total: null, items: phq9.slice(0, 2) },
    'gad-7': { panel: '69737-5', total: '70274-6', items: gad7 },
    'gad-2': { panel: null, total: null, items: gad7.slice(0, 2) },
    'phq-4': { panel: null, total: null, items: [...gad7.slice(0, 2), ...phq9.slice(0, 2)] },
    'phq-15': { panel: '69728-4', total: '70273-8', items: [] },
    'audit-c': { panel: '72109-2', total: '75626-2', items: [] },
  }
  const answers = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']

  it.each(instruments)('$id: the codes that were verified, and no others', (instrument) => {
    const { panel, total, items } = coded[instrument.id] ?? { panel: null, total: null, items: [] }
    expect(instrument.loinc).toBe(panel)
    expect(instrument.items.map(({ loinc }) => loinc)).toEqual(
      instrument.items.map((_, index) => items[index] ?? null),
    )
    for (const { id, loinc } of instrument.scales) expect(loinc).toBe(id === 'total' ? total : null)
    for (const [name, coding] of Object.entries(instrument.codings))
      expect(coding.map(({ loinc }) => loinc)).toEqual(
        coding.map((_, index) => (items.length > 0 && name === 'frequency' ? answers[index] : null)),
      )
  })
})

it.each(available)(
  '$instrument.id: answers of one coding read alike, those of two do not',
  (questionnaire) => {
    const questions = new Map(
      questionnaire.survey.pages.flatMap(({ elements }) => elements.map((one) => [one.name, one])),
    )
    const texts = new Map<string, Set<string>>()
    for (const { id, coding } of questionnaire.instrument.items) {
      const text = JSON.stringify(questions.get(id)?.choices)
      texts.set(coding, (texts.get(coding) ?? new Set()).add(text))
    }
    for (const alike of texts.values()) expect(alike.size).toBe(1)
    expect(new Set([...texts.values()].flatMap((alike) => [...alike])).size).toBe(texts.size)
  },
)
