import { Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyTable } from '../../../room/contract/county-desk.ts'
import { totalCode } from '../../../statistics/axis.ts'
import {
  type FigurePeriodKind,
  figurePeriodKindOf,
  figurePeriodKinds,
} from '../../../statistics/figure-period.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'
import { kindsOf, type PictureChoice, periodsOfKind, pictureViews, startOf } from './picture-question.ts'

/** Table, kind of period, period, what stays apart, and how it is looked at. */
export function ChoiceBar({
  tables,
  periods,
  choice,
  onChange,
}: {
  tables: readonly CountyTable[]
  /** Periods that were reported. */
  periods: readonly string[]
  choice: PictureChoice
  onChange: (change: Partial<PictureChoice>) => void
}) {
  const { t } = useTranslation('county-picture')
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const id = useId()
  const { table, period, view } = choice
  const kind = figurePeriodKindOf(period)
  const able = kindsOf(table)
  const choosePeriods = (next: FigurePeriodKind) => {
    const start = startOf(periods, next)
    if (start !== undefined) onChange({ period: start })
  }
  const apart = [
    { value: '', label: t('choice.total') },
    ...table.dims.map((dim) => ({ value: dim.id, label: dim.title[language] })),
    ...(table.dims.length > 1 ? [{ value: '*', label: t('choice.all') }] : []),
  ]
  const codes = table.dims.flatMap((dim) =>
    dim.codes
      .filter(({ code }) => code !== totalCode)
      .map(({ code, label }) => ({
        value: `${dim.id} ${code}`,
        label: `${dim.title[language]}: ${label[language]}`,
      })),
  )
  return (
    <div className="county-choice">
      <label htmlFor={`${id}t`}>{t('choice.table')}</label>
      <Select
        id={`${id}t`}
        className="county-choice-table"
        value={table.id}
        options={tables.map((one) => ({ value: one.id, label: one.title[language] }))}
        onChange={(next) => {
          const found = tables.find((one) => one.id === next)
          if (found) onChange({ table: found })
        }}
      />
      <Radio.Group
        aria-label={t('choice.kind')}
        optionType="button"
        value={kind}
        options={figurePeriodKinds.map((value) => ({
          value,
          label: t(`kind.${value}`),
          disabled: !able.includes(value) || periodsOfKind(periods, value).length === 0,
        }))}
        onChange={({ target }) => choosePeriods(target.value as FigurePeriodKind)}
      />
      <label htmlFor={`${id}p`}>{t('choice.period')}</label>
      <Select
        id={`${id}p`}
        className="county-choice-period"
        value={period}
        options={periodsOfKind(periods, kind).map((value) => ({ value, label: periodText(value) }))}
        onChange={(next) => onChange({ period: next })}
      />
      <Radio.Group
        aria-label={t('choice.view')}
        optionType="button"
        value={view}
        options={pictureViews.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={({ target }) => onChange({ view: target.value as PictureChoice['view'] })}
      />
      {table.dims.length > 0 && view === 'numbers' && (
        <span className="county-choice-pair">
          <label htmlFor={`${id}b`}>{t('choice.by')}</label>
          <Select
            id={`${id}b`}
            className="county-choice-by"
            value={choice.by.length > 1 ? '*' : (choice.by[0] ?? '')}
            options={apart}
            onChange={(next) =>
              onChange({ by: next === '*' ? table.dims.map((dim) => dim.id) : next === '' ? [] : [next] })
            }
          />
        </span>
      )}
      {table.dims.length > 0 && view !== 'numbers' && (
        <span className="county-choice-pair">
          <label htmlFor={`${id}o`}>{t('choice.only')}</label>
          <Select
            id={`${id}o`}
            className="county-choice-by"
            value={choice.only === null ? '' : `${choice.only.dim} ${choice.only.code}`}
            options={[{ value: '', label: t('choice.total') }, ...codes]}
            onChange={(next) => {
              const [dim = '', code = ''] = next.split(' ')
              onChange({ only: next === '' ? null : { dim, code } })
            }}
          />
        </span>
      )}
    </div>
  )
}
