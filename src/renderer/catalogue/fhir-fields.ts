import type { FhirDraft } from '../../instruments/fhir/questionnaire-from-fhir.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { Scale } from '../../instruments/scale.ts'
import type { ImportFacts } from '../../room/contract/library.ts'
import { extremeAnswers, readAnswers, writeAnswers } from './example-answers.ts'

type Draft = FhirDraft['instrument']
type Origin = NonNullable<Instrument['provenance']['en']>

/** A text of the room's own; English that is left out is the Chinese once more. */
export interface LabelFields {
  zh: string
  en?: string
}

export const termsFlags = ['nonCommercial', 'noModification', 'officialTranslationOnly'] as const

/** What a person fills in about a FHIR Questionnaire, as the form holds it. */
export interface FhirFields {
  id: string
  version: string
  raters: Instrument['raters']
  modes: Instrument['modes']
  minAge: number | null
  maxAge: number | null
  timeFrame: Instrument['timeFrame']
  training: LabelFields
  terms: Pick<Instrument['terms'], 'class' | 'statement' | 'url' | 'seen'> & {
    credit: string
    flags: (typeof termsFlags)[number][]
  }
  wording: Partial<Record<'zh-CN' | 'en', { status: Origin['status']; source: string }>>
  missing: { rule: Instrument['missing']['rule']; atMost: number | null }
  /** Only where the form says no score: the answers are added up. */
  addUp: boolean
  scales: Record<string, ScaleFields>
  critical: { item: string; values: number[]; response: Instrument['criticalItems'][number]['response'] }[]
  /** Answers in a line, and the score of each scale. */
  examples: { answers: string; scores: Record<string, number> }[]
}

export interface ScaleFields {
  label: LabelFields
  direction: Scale['direction']
  citation: string
  bands: { min: number; max: number; label: LabelFields }[]
}

/** Name of the score that is added where a form has none. */
const addedScale = 'total'

/** What the form begins with: what was read, the strictest where nothing was, and the two examples every instrument needs. */
export const initialFields = ({ instrument }: FhirDraft): Partial<FhirFields> => ({
  id: instrument.id ?? '',
  version: instrument.version ?? '1',
  raters: [],
  modes: instrument.modes,
  minAge: null,
  maxAge: null,
  training: { zh: '' },
  terms: {
    class: 'B',
    statement: instrument.terms?.statement ?? '',
    url: '',
    seen: '',
    credit: '',
    flags: ['nonCommercial', 'noModification', 'officialTranslationOnly'],
  },
  wording: Object.fromEntries(
    Object.entries(instrument.provenance).map(([language, origin]) => [
      language,
      { status: origin.status, source: origin.sources.join(' ') },
    ]),
  ),
  missing: { rule: 'noScore', atMost: null },
  addUp: false,
  scales: Object.fromEntries(
    (instrument.scales.length === 0 ? [added(instrument)] : instrument.scales).map(
      ({ id, label, citation }) => [
        id,
        {
          label: { zh: label?.['zh-CN'] ?? '', en: label?.en ?? '' },
          direction: 'higherIsWorse' as const,
          citation,
          bands: [],
        },
      ],
    ),
  ),
  critical: [],
  examples: (['lowest', 'highest'] as const).map((end) => ({
    answers: writeAnswers(instrument, extremeAnswers(instrument, end)),
    scores: {},
  })),
})

/** The scores there will be. */
export const scalesOf = ({ scales }: Draft, addUp: boolean): string[] =>
  scales.length === 0 && addUp ? [addedScale] : scales.map(({ id }) => id)

/** The same as the room takes it. Answers have been looked at by the form. */
export const factsOf = ({ instrument }: FhirDraft, fields: FhirFields): ImportFacts => {
  const scales = scalesOf(instrument, fields.addUp)
  const isAdded = instrument.scales.length === 0 && fields.addUp
  return {
    instrument: {
      id: fields.id.trim(),
      version: fields.version.trim(),
      raters: fields.raters,
      modes: fields.modes,
      qualification: fields.training.zh.trim() === '' ? null : labelOf(fields.training),
      ages: {
        ...(fields.minAge === null ? {} : { min: fields.minAge }),
        ...(fields.maxAge === null ? {} : { max: fields.maxAge }),
      },
      timeFrame: fields.timeFrame,
      terms: termsOf(fields.terms),
      provenance: Object.fromEntries(
        Object.entries(fields.wording).map(([language, { status, source }]) => [
          language,
          { status, sources: [source.trim()], note: null },
        ]),
      ),
      missing:
        fields.missing.rule === 'noScore'
          ? { rule: 'noScore' }
          : { rule: fields.missing.rule, atMost: fields.missing.atMost },
      ...(isAdded ? { items: instrument.items.map(({ id }) => ({ id, required: true })) } : {}),
      scales: scales.flatMap((id) => {
        const given = fields.scales[id]
        return given === undefined
          ? []
          : [{ ...(isAdded ? added(instrument) : {}), ...scaleFacts(id, given) }]
      }),
      criticalItems: fields.critical,
    },
    examples: fields.examples.map(({ answers, scores }) => ({
      answers: readAnswers(instrument, answers) ?? {},
      scores: Object.fromEntries(scales.map((id) => [id, scores[id] ?? Number.NaN])),
    })),
  }
}

const labelOf = ({ zh, en = '' }: LabelFields) => ({
  'zh-CN': zh.trim(),
  en: en.trim() === '' ? zh.trim() : en.trim(),
})

const termsOf = ({ flags, credit, ...terms }: FhirFields['terms']): Instrument['terms'] => ({
  class: terms.class,
  statement: terms.statement.trim(),
  url: terms.url.trim(),
  seen: terms.seen.trim(),
  credit: credit.trim() === '' ? null : credit.trim(),
  nonCommercial: flags.includes('nonCommercial'),
  noModification: flags.includes('noModification'),
  officialTranslationOnly: flags.includes('officialTranslationOnly'),
})

const scaleFacts = (id: string, { label, direction, citation, bands }: ScaleFields) => ({
  id,
  label: label.zh.trim() === '' ? null : labelOf(label),
  direction,
  citation: citation.trim(),
  bands: bands
    .toSorted((a, b) => a.min - b.min)
    .map((band, index) => ({
      id: `band${index + 1}`,
      min: band.min,
      max: band.max,
      label: labelOf(band.label),
    })),
})

/** All answers added up. */
const added = ({ items, codings }: Draft) => {
  const codes = items.map(({ coding }) => (codings[coding] ?? []).map(({ value }) => value))
  return {
    id: addedScale,
    kind: 'sum',
    label: null,
    items: items.map(({ id }) => id),
    reverse: [],
    factor: 1,
    range: {
      min: codes.reduce((sum, values) => sum + Math.min(...values), 0),
      max: codes.reduce((sum, values) => sum + Math.max(...values), 0),
    },
    loinc: null,
    citation: '',
    cutOffs: [],
    reliability: null,
    reliableChange: null,
    meaningfulChange: null,
  }
}
