import { SearchOutlined } from '@ant-design/icons'
import { Checkbox, Input, Select } from 'antd'
import type { KeyboardEventHandler } from 'react'
import { useTranslation } from 'react-i18next'
import { responseLevelSchema } from '../../casework/crisis/response-level.ts'
import type { CallQuery } from '../../casework/hotline/call-index.ts'
import { callTypes, specialCallKinds } from '../../casework/hotline/call-types.ts'

/** The query with this field as it was chosen; left out when nothing was. */
function having<Field extends keyof CallQuery>(
  query: CallQuery,
  field: Field,
  value: CallQuery[Field] | '' | false,
): CallQuery {
  const { [field]: _, ...others } = query
  return value === undefined || value === '' || value === false ? others : { ...others, [field]: value }
}

/** What calls are looked for by. */
export function CallFilters({
  query,
  onQuery,
  onKeyDown,
}: {
  query: CallQuery
  onQuery: (query: CallQuery) => void
  onKeyDown: KeyboardEventHandler
}) {
  const { t } = useTranslation('callers')
  const { t: words } = useTranslation('hotline')
  const kind =
    query.specialKind === undefined ? (query.type ?? '') : (`special.${query.specialKind}` as const)
  const chooseKind = (chosen: string) => {
    const type = callTypes.find((one) => one === chosen)
    const specialKind = specialCallKinds.find((one) => `special.${one}` === chosen)
    onQuery(having(having(query, 'type', type), 'specialKind', specialKind))
  }
  return (
    <search className="calls-filters" aria-label={t('search.label')}>
      <Input
        autoFocus
        className="calls-search"
        aria-label={t('search.text')}
        placeholder={t('search.hint')}
        prefix={<SearchOutlined aria-hidden />}
        value={query.text ?? ''}
        onChange={({ target }) => onQuery(having(query, 'text', target.value))}
        onKeyDown={onKeyDown}
      />
      <Select<string>
        className="calls-kind"
        aria-label={t('search.kind')}
        value={kind}
        onChange={chooseKind}
        options={[
          { value: '', label: t('search.anyKind') },
          ...callTypes.map((type) => ({ value: type, label: words(`callType.${type}`) })),
          ...specialCallKinds.map((special) => ({
            value: `special.${special}`,
            label: words(`specialKind.${special}`),
          })),
        ]}
      />
      <Select<string>
        className="calls-level"
        aria-label={t('search.level')}
        value={query.level ?? ''}
        onChange={(chosen) =>
          onQuery(
            having(
              query,
              'level',
              responseLevelSchema.options.find((level) => level === chosen),
            ),
          )
        }
        options={[
          { value: '', label: t('search.anyLevel') },
          ...responseLevelSchema.options.map((level) => ({
            value: level,
            label: words(`responseLevel.${level}`),
          })),
        ]}
      />
      {(['from', 'until'] as const).map((bound) => (
        <span key={bound} className="calls-day">
          <label htmlFor={`calls-${bound}`}>{t(`search.${bound}`)}</label>
          <Input
            id={`calls-${bound}`}
            type="date"
            value={query[bound] ?? ''}
            onChange={({ target }) => onQuery(having(query, bound, target.value))}
          />
        </span>
      ))}
      <Checkbox
        checked={query.unsettled === true}
        onChange={({ target }) => onQuery(having(query, 'unsettled', target.checked))}
      >
        {t('search.unsettled')}
      </Checkbox>
    </search>
  )
}
