import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutreachCategory } from '../../casework/activities/outreach-categories.ts'
import type { RoomRulesOnShow } from '../../room/contract/room-rules.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface Fields {
  categories: { id?: string; chinese?: string; english?: string; retired?: boolean }[]
  because?: string
}

/** A new category's id; it stays, whatever the category is called later. */
const newId = (): string =>
  `c${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** Without an English name it is called the same in both languages. */
const categoryOf = ({ id, chinese = '', english = '', retired }: Fields['categories'][number]) =>
  ({
    id: id ?? newId(),
    label: { 'zh-CN': chinese.trim(), en: english.trim() === '' ? chinese.trim() : english.trim() },
    retired: retired ?? false,
  }) satisfies OutreachCategory

/** Changes the categories: other names, new ones, and some out of use. None is taken away, for records stand under it. */
export function CategoriesForm({
  rules: { inForce, adopted },
  onSaved,
}: {
  rules: RoomRulesOnShow
  onSaved: () => void
}) {
  const { t } = useTranslation('outreach')
  const own = adopted.filter(({ value }) => value.rules.kind === 'outreach')
  const adopt = useCommand(({ categories, because }: Fields) =>
    room.adoptRoomRules({
      rules: {
        kind: 'outreach',
        outreach: {
          id: 'room',
          version: String(own.length + 1),
          proposed: false,
          categories: categories.map(categoryOf),
        },
      },
      replaces: own[0]?.id ?? null,
      because: because ?? '',
    }),
  )
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="panel"
      aria-label={t('categories.title')}
      initialValues={{
        categories: inForce.outreach.categories.map(({ id, label, retired }) => ({
          id,
          chinese: label['zh-CN'],
          english: label.en,
          retired,
        })),
      }}
      onFinish={(fields) => void adopt.run(fields).then((saved) => saved && onSaved())}
    >
      <Form.List name="categories">
        {(rows, { add, remove }) => (
          <>
            <ul className="outreach-categories">
              {rows.map(({ key, name }) => (
                <li key={key}>
                  <Form.Item name={[name, 'id']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'chinese']}
                    rules={[{ required: true, whitespace: true, message: t('needed.name') }]}
                  >
                    <Input
                      aria-label={t('categories.chinese', { place: name + 1 })}
                      placeholder={t('categories.chineseHint')}
                      maxLength={60}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'english']}>
                    <Input
                      aria-label={t('categories.english', { place: name + 1 })}
                      placeholder={t('categories.englishHint')}
                      maxLength={60}
                    />
                  </Form.Item>
                  {name < inForce.outreach.categories.length ? (
                    <Form.Item name={[name, 'retired']} valuePropName="checked">
                      <Checkbox>{t('categories.retired')}</Checkbox>
                    </Form.Item>
                  ) : (
                    <Button type="text" onClick={() => remove(name)}>
                      {t('categories.remove')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('categories.add')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item
        className="outreach-because"
        name="because"
        label={t('categories.because')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed.because') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <FormActions refusal={adopt.refusal}>
        <Button type="primary" htmlType="submit" loading={adopt.running}>
          {t('categories.save')}
        </Button>
      </FormActions>
    </Form>
  )
}
