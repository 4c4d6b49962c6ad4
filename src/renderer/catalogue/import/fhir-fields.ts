import type { FhirDraft } from '../../../instruments/fhir/questionnaire-from-fhir.ts'
import type { Instrument } from '../../../instruments/instrument.ts'
import type { Scale } from '../../../instruments/scale.ts'
import { extremeAnswers, writeAnswers } from './example-answers.ts'

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
    (instrument.scales.length === 0 ? [addedScore(instrument)] : instrument.scales).map(
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

/** A score made of all answers added up, for a form that has none. */
export const addedScore = ({ items, codings }: Draft) => {
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
