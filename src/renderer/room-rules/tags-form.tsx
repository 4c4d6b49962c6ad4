import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PopulationTag } from '../../casework/clients/population-tags.ts'
import { RulesForm } from './rules-form.tsx'
import type { RulesFormPlace } from './rules-panel.tsx'
import { type TagRow, tagRows, tagsFrom } from './tag-rows.ts'

interface Fields {
  tags: TagRow[]
}

/** Names tags anew, retires them, adds others. */
export function TagsForm({ tags, place }: { tags: readonly PopulationTag[]; place: RulesFormPlace }) {
  const { t } = useTranslation('room-rules')
  const [form] = Form.useForm<Fields & { because: string }>()
  const nameOf = (at: number) => form.getFieldValue(['tags', at, 'zh']) || t('tags.new')
  return (
    <RulesForm<Fields>
      {...place}
      kind="tags"
      form={form}
      initial={{ tags: tagRows(tags) }}
      rulesFrom={(fields) => ({ kind: 'tags', tags: tagsFrom(fields.tags) })}
    >
      <Form.List name="tags">
        {(fields, { add, remove }) => (
          <>
            <ul className="room-tags-form">
              {fields.map(({ key, name }) => (
                <li key={key}>
                  <Form.Item name={[name, 'id']} hidden>
                    <Input aria-hidden />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'zh']}
                    label={t('tags.zh')}
                    rules={[{ required: true, whitespace: true, message: t('tags.nameNeeded') }]}
                  >
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[name, 'en']} label={t('tags.en')}>
                    <Input maxLength={120} />
                  </Form.Item>
                  <Form.Item name={[name, 'also']} label={t('tags.alsoLabel')}>
                    <Input maxLength={300} />
                  </Form.Item>
                  {form.getFieldValue(['tags', name, 'id']) === undefined ? (
                    <Button
                      type="text"
                      aria-label={t('tags.removeOne', { name: nameOf(name) })}
                      onClick={() => remove(name)}
                    >
                      {t('tags.remove')}
                    </Button>
                  ) : (
                    <Form.Item name={[name, 'retired']} valuePropName="checked" className="room-tags-retire">
                      <Checkbox aria-label={t('tags.retireOne', { name: nameOf(name) })}>
                        {t('tags.retire')}
                      </Checkbox>
                    </Form.Item>
                  )}
                </li>
              ))}
            </ul>
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ zh: '', en: '', also: '', retired: false })}
            >
              {t('tags.add')}
            </Button>
          </>
        )}
      </Form.List>
    </RulesForm>
  )
}
