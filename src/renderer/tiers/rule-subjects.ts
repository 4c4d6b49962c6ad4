import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { reliablePoints } from '../../scoring/change.ts'
import type { Condition } from '../../tiering/rule-condition.ts'

export type RuleKind = 'atLeast' | 'atMost' | 'cutOff' | 'worse' | 'confirmed'

/** What stands in the form for a new rule. */
export interface NewRule {
  /** Id of a `RuleSubject`. */
  about?: string | undefined
  kind?: RuleKind | undefined
  value?: number | undefined
}

/** Something a rule may be about: a scale, or a critical item. */
export interface RuleSubject {
  id: string
  instrument: string
  /** Id of the scale or of the item. */
  of: string
  title: Partial<Record<Language, string>>
  /** Empty where an instrument has only one scale. */
  part: Partial<Record<Language, string>>
  kinds: RuleKind[]
  range: { min: number; max: number } | null
  cutOffs: string[]
}

/** All that rules may be about: what is given here, and forms entered by hand. What others noticed has to be verified first. */
export function ruleSubjects({ entries }: QuestionnaireShelf, forms: readonly ScoreForm[]): RuleSubject[] {
  const instruments = entries.map(({ questionnaire }) => questionnaire.instrument)
  return [
    ...instruments.filter((one) => !isClueList(one)).flatMap(scalesOf),
    ...instruments.flatMap(criticalItemsOf),
    ...forms.flatMap(formScoresOf),
  ]
}

const isClueList = ({ criticalItems }: Instrument): boolean =>
  criticalItems.some(({ response }) => response === 'verifyAndRefer')

const scalesOf = ({ id: instrument, title, scales }: Instrument): RuleSubject[] =>
  scales.map((scale) => {
    const cutOffs = [...new Set(scale.cutOffs.map(({ id }) => id))]
    return {
      id: `${instrument} ${scale.id}`,
      instrument,
      of: scale.id,
      title,
      part: scale.label ?? {},
      kinds: [
        'atLeast',
        'atMost',
        ...(cutOffs.length > 0 ? (['cutOff'] as const) : []),
        ...(reliablePoints(scale) === null ? [] : (['worse'] as const)),
      ],
      range: scale.range,
      cutOffs,
    }
  })

const criticalItemsOf = ({ id: instrument, title, criticalItems }: Instrument): RuleSubject[] =>
  criticalItems
    .filter(({ response }) => response !== 'prompt')
    .map(({ item }) => ({
      id: `${instrument} critical ${item}`,
      instrument,
      of: item,
      title,
      part: { 'zh-CN': `第 ${item.replace(/^q/, '')} 题`, en: `question ${item.replace(/^q/, '')}` },
      kinds: ['confirmed'],
      range: null,
      cutOffs: [],
    }))

const formScoresOf = ({ id: instrument, title, scores }: ScoreForm): RuleSubject[] =>
  scores.map(({ id, label, min, max }) => ({
    id: `${instrument} ${id}`,
    instrument,
    of: id,
    title,
    part: label,
    kinds: ['atLeast', 'atMost'],
    range: { min, max },
    cutOffs: [],
  }))

/** The condition that the form describes; null while it does not say enough. */
export function conditionFrom(
  { instrument, of, cutOffs }: RuleSubject,
  { kind, value }: NewRule,
): Condition | null {
  switch (kind) {
    case 'atLeast':
      return value === undefined ? null : { score: instrument, scale: of, min: value }
    case 'atMost':
      return value === undefined ? null : { score: instrument, scale: of, max: value }
    case 'cutOff':
      return { score: instrument, scale: of, cutOff: cutOffs }
    case 'worse':
      return { worse: instrument, scale: of }
    case 'confirmed':
      return { criticalItem: instrument, item: of, finding: ['confirmed'] }
    case undefined:
      return null
  }
}
