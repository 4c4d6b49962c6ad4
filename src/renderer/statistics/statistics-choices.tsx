import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StatisticsOnShow } from '../../room/contract/statistics.ts'
import {
  ageChoices,
  type StatisticsChoice,
  sexChoices,
  spansSince,
  steps,
  tierChoices,
} from './statistics-query.ts'
import { useStatisticsWords } from './use-statistics-words.ts'

/** What is counted, over which time, and how it is laid out. */
export function StatisticsChoices({
  choice,
  shown,
  month,
  onChoice,
}: {
  choice: StatisticsChoice
  /** What there is to choose from; null while it is being counted for the first time. */
  shown: StatisticsOnShow | null
  month: string
  onChoice: (choice: StatisticsChoice) => void
}) {
  const { t } = useTranslation('statistics')
  const words = useStatisticsWords(choice.kind)
  const kinds = new Set([...(shown?.kinds ?? []), choice.kind])
  const ofClients = shown?.ofClients ?? true
  const hasSexAndAge = shown?.rowKinds.includes('sex') ?? true
  const categories = shown?.categories ?? []
  const some = (name: string, codes: readonly string[]) => [
    { value: '', label: t(`any.${name}`) },
    ...codes.map((code) => ({ value: code, label: t(`${name}.${code}`) })),
  ]
  const change = (changed: Partial<StatisticsChoice>) => onChoice({ ...choice, ...changed })
  const found = <T extends string>(list: readonly T[], value: string): T | null =>
    list.find((one) => one === value) ?? null

  return (
    <search className="panel statistics-choices" aria-label={t('choices')}>
      <Choice
        name="kind"
        value={choice.kind}
        options={[...kinds].map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        // What is asked of one kind need not mean anything of another.
        onChange={(kind) => change({ kind, rows: 'category', unit: 'record', category: null, tier: null })}
      />
      <Choice
        name="unit"
        value={choice.unit}
        options={(shown?.units ?? [choice.unit]).map((unit) => ({
          value: unit,
          label: unit === 'amount' ? t(`amount.${choice.kind}`) : t(`unit.${unit}`),
        }))}
        // What was reached by activities is told apart by what it is.
        onChange={(unit) =>
          change({
            unit,
            ...(choice.kind === 'activity' ? { rows: unit === 'amount' ? 'detail' : 'category' } : {}),
          })
        }
      />
      <Choice
        name="span"
        value={choice.span}
        options={[...new Set([...spansSince(shown?.since ?? null, month), choice.span])].map((span) => ({
          value: span,
          label: words.span(span),
        }))}
        onChange={(span) => change({ span })}
      />
      <Choice
        name="step"
        value={choice.step}
        options={steps.map((step) => ({ value: step, label: t(`steps.${step}`) }))}
        onChange={(step) => change({ step })}
      />
      <Choice
        name="rows"
        value={choice.rows}
        options={(shown?.rowKinds ?? [choice.rows]).map((rows) => ({
          value: rows,
          label: t(`rowsOf.${rows}`),
        }))}
        onChange={(rows) => change({ rows })}
      />
      {hasSexAndAge && (
        <>
          <Choice
            name="sex"
            value={choice.sex ?? ''}
            options={some('sex', sexChoices)}
            onChange={(sex) => change({ sex: found(sexChoices, sex) })}
          />
          <Choice
            name="ageBand"
            value={choice.ageBand ?? ''}
            options={some('ageBand', ageChoices)}
            onChange={(age) => change({ ageBand: found(ageChoices, age) })}
          />
        </>
      )}
      {categories.length > 1 && (
        <Choice
          name={choice.kind === 'assessment' ? 'instrument' : 'category'}
          value={choice.category ?? ''}
          options={[
            { value: '', label: t('any.category') },
            ...categories.map((code) => ({ value: code.code, label: words.category(code) })),
          ]}
          onChange={(category) => change({ category: category === '' ? null : category })}
        />
      )}
      {ofClients && (
        <Choice
          name="tier"
          value={choice.tier ?? ''}
          options={some('tier', tierChoices)}
          onChange={(tier) => change({ tier: found(tierChoices, tier) })}
        />
      )}
    </search>
  )
}

function Choice<T extends string>({
  name,
  value,
  options,
  onChange,
}: {
  name: string
  value: T
  options: { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  const { t } = useTranslation('statistics')
  const id = `statistics-${name}`
  return (
    <div className="statistics-choice">
      <label htmlFor={id}>{t(`choice.${name}`)}</label>
      <Select<T> id={id} value={value} options={options} onChange={onChange} popupMatchSelectWidth={false} />
    </div>
  )
}
