import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { QuickDial } from '../../casework/hotline/quick-dial.ts'
import { type DialRow, dialFrom, dialRows, isNational } from './dial-rows.ts'
import { RulesForm } from './rules-form.tsx'
import type { RulesFormPlace } from './rules-panel.tsx'

interface Fields {
  numbers: DialRow[]
}

/** Names the numbers anew, and adds those of the place: the hospital, the police station, the supervisor on duty. */
export function DialForm({ dial, place }: { dial: QuickDial; place: RulesFormPlace }) {
  const { t } = useTranslation('room-rules')
  const [form] = Form.useForm<Fields & { because: string }>()
  const numberAt = (at: number): string | undefined => form.getFieldValue(['numbers', at, 'number'])
  return (
    <RulesForm<Fields>
      {...place}
      kind="quickDial"
      form={form}
      initial={{ numbers: dialRows(dial) }}
      rulesFrom={({ numbers }) => ({ kind: 'quickDial', quickDial: dialFrom(numbers, dial) })}
    >
      <Form.List name="numbers">
        {(fields, { add, remove }) => (
          <>
            <ul className="room-tags-form">
              {fields.map(({ key, name }) => (
                <li key={key}>
                  <Form.Item
                    name={[name, 'number']}
                    label={t('quickDial.number')}
                    rules={[
                      {
                        required: true,
                        pattern: /^\s*\+?\d[\d -]{1,24}\d\s*$/,
                        message: t('quickDial.numberNeeded'),
                      },
                    ]}
                  >
                    <Input maxLength={26} disabled={isNational(numberAt(name))} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'zh']}
                    label={t('quickDial.zh')}
                    rules={[{ required: true, whitespace: true, message: t('tags.nameNeeded') }]}
                  >
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[name, 'en']} label={t('tags.en')}>
                    <Input maxLength={120} />
                  </Form.Item>
                  <Form.Item name={[name, 'hintEn']} hidden>
                    <Input aria-hidden />
                  </Form.Item>
                  <Form.Item name={[name, 'hint']} label={t('quickDial.hint')}>
                    <Input maxLength={120} />
                  </Form.Item>
                  {!isNational(numberAt(name)) && (
                    <Button
                      type="text"
                      aria-label={t('tags.removeOne', { name: numberAt(name) || t('quickDial.new') })}
                      onClick={() => remove(name)}
                    >
                      {t('tags.remove')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ number: '', zh: '', en: '', hint: '', hintEn: '' })}
            >
              {t('quickDial.add')}
            </Button>
          </>
        )}
      </Form.List>
    </RulesForm>
  )
}
