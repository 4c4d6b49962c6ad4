import type { Instrument } from '../../src/instruments/instrument.ts'
import { instrumentFaults } from '../../src/instruments/instrument-faults.ts'
import type { Scale } from '../../src/instruments/scale.ts'

const label = { 'zh-CN': '示例', en: 'example' }

/** The parts every scale has, for the rules under test to be written beside. */
export const scaleOver = (items: string[], min: number, max: number) => ({
  id: 'total',
  label: null,
  items,
  range: { min, max },
  direction: 'higherIsWorse' as const,
  loinc: null,
  citation: 'example',
  bands: [],
  cutOffs: [],
  reliability: null,
  reliableChange: null,
  meaningfulChange: null,
})

/** Four questions with answers 0 to 3 and whatever is under test. Refuses to build an instrument with faults. */
export const exampleInstrument = (scales: Scale[], more: Partial<Instrument> = {}): Instrument => {
  const instrument: Instrument = {
    id: 'example',
    version: '1',
    title: label,
    kind: 'scale',
    raters: ['self'],
    modes: ['client', 'interview'],
    qualification: null,
    ages: { min: 18, max: 60 },
    timeFrame: 'ever',
    languages: ['en'],
    terms: {
      class: 'A',
      statement: 'example',
      url: 'https://example.org/',
      nonCommercial: false,
      noModification: false,
      officialTranslationOnly: false,
      seen: 'example',
      credit: null,
    },
    provenance: { en: { status: 'widelyPublished', sources: ['example'], note: null } },
    codings: { grade: [0, 1, 2, 3].map((value) => ({ value, loinc: null })) },
    items: ['q1', 'q2', 'q3', 'q4'].map((id) => ({ id, coding: 'grade', required: true, loinc: null })),
    skips: [],
    notFor: [],
    missing: { rule: 'noScore' },
    scales,
    criticalItems: [],
    advice: null,
    loinc: null,
    ...more,
  }
  const faults = [...instrumentFaults(instrument)]
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return instrument
}
