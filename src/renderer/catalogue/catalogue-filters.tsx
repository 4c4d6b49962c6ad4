import { SearchOutlined } from '@ant-design/icons'
import { Input, InputNumber, Select } from 'antd'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import { everything, type RaterKind, raterKinds, type Sought } from './find-entries.ts'

const oldest = 120
const languages: Language[] = ['zh-CN', 'en']

/** What to look for, and how many there are. */
export function CatalogueFilters({
  sought,
  found,
  onChange,
  onKeyInSearch,
}: {
  sought: Sought
  found: number
  onChange: (sought: Sought) => void
  onKeyInSearch: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const age = useId()
  return (
    <search className="catalogue-filters">
      <Input
        autoFocus
        aria-label={t('filter.text')}
        placeholder={t('filter.textHint')}
        prefix={<SearchOutlined aria-hidden />}
        value={sought.text}
        onChange={({ target }) => onChange({ ...sought, text: target.value })}
        onKeyDown={onKeyInSearch}
      />
      <label htmlFor={age}>{t('filter.age')}</label>
      <InputNumber
        id={age}
        className="catalogue-age"
        min={0}
        max={oldest}
        precision={0}
        suffix={t('filter.years')}
        value={sought.age}
        onChange={(value) => onChange({ ...sought, age: value })}
      />
      <Select<RaterKind | 'any'>
        aria-label={t('filter.rater')}
        value={sought.rater ?? 'any'}
        onChange={(value) => onChange({ ...sought, rater: value === 'any' ? null : value })}
        options={[
          { value: 'any', label: t('filter.anyRater') },
          ...raterKinds.map((value) => ({ value, label: tAssessments(`rater.${value}`) })),
        ]}
      />
      <Select<Language | 'any'>
        aria-label={t('filter.language')}
        value={sought.language ?? 'any'}
        onChange={(value) => onChange({ ...sought, language: value === 'any' ? null : value })}
        options={[
          { value: 'any', label: t('filter.anyLanguage') },
          ...languages.map((value) => ({ value, label: tAssessments(`language.${value}`) })),
        ]}
      />
      <Select
        aria-label={t('filter.standing')}
        value={sought.offered === null ? 'any' : sought.offered ? 'offered' : 'heldBack'}
        onChange={(value) => onChange({ ...sought, offered: value === 'any' ? null : value === 'offered' })}
        options={(['any', 'offered', 'heldBack'] as const).map((value) => ({
          value,
          label: t(`filter.standings.${value}`),
        }))}
      />
      <span role="status" className="quiet catalogue-count">
        {t('count', { count: found })}
      </span>
      {sought !== everything && (
        <button type="button" className="catalogue-clear" onClick={() => onChange(everything)}>
          {t('filter.clear')}
        </button>
      )}
    </search>
  )
}
