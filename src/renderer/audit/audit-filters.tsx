import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type AuditAction, auditActions } from '../../casework/records/audit-entry.ts'
import type { AuditFilter } from '../../room/contract/audit.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { shortObject } from './short-object.ts'
import { useAuditWords } from './use-audit-words.ts'

/** What to look for: whose steps, which, and when. */
export function AuditFilters({
  filter,
  onChange,
}: {
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
}) {
  const { t } = useTranslation('audit')
  const words = useAuditWords()
  const { data: staff } = useQuery(() => room.listStaff(), [])
  const day = (text: string) => (text === '' ? null : text)

  return (
    <Form layout="vertical" className="audit-filters" role="search" aria-label={t('filter.label')}>
      <Form.Item label={t('filter.actor')} htmlFor="audit-actor">
        <Select<string | null>
          id="audit-actor"
          allowClear
          placeholder={t('filter.everybody')}
          value={filter.actor}
          onChange={(actor = null) => onChange({ ...filter, actor })}
          options={(staff ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item label={t('filter.action')} htmlFor="audit-action">
        <Select<AuditAction | null>
          id="audit-action"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('filter.everything')}
          value={filter.action}
          onChange={(action = null) => onChange({ ...filter, action })}
          options={auditActions.map((action) => ({ value: action, label: words.action(action) }))}
        />
      </Form.Item>
      <Form.Item label={t('filter.from')} htmlFor="audit-from">
        <Input
          id="audit-from"
          type="date"
          value={filter.from ?? ''}
          {...(filter.to === null ? {} : { max: filter.to })}
          onChange={({ target }) => onChange({ ...filter, from: day(target.value) })}
        />
      </Form.Item>
      <Form.Item label={t('filter.to')} htmlFor="audit-to">
        <Input
          id="audit-to"
          type="date"
          value={filter.to ?? ''}
          {...(filter.from === null ? {} : { min: filter.from })}
          onChange={({ target }) => onChange({ ...filter, to: day(target.value) })}
        />
      </Form.Item>
      {filter.object !== null && (
        <p className="audit-object-asked">
          {t('filter.object', { object: shortObject(filter.object) })}
          <Button type="link" size="small" onClick={() => onChange({ ...filter, object: null })}>
            {t('filter.allObjects')}
          </Button>
        </p>
      )}
    </Form>
  )
}
