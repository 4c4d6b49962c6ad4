import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Caller } from '../../casework/callers/caller.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

type Fields = Pick<Caller, 'alias' | 'word'>

/** What a caller goes by, and the word only they know. */
export function AliasForm({
  caller: { id, revision, value },
  onSaved,
  onLeft,
}: {
  caller: Stored<Caller>
  onSaved: () => void
  onLeft: () => void
}) {
  const { t } = useTranslation('callers')
  const change = useCommand((fields: Fields) => room.changeCaller({ id, revision, ...fields }))
  const save = async (fields: Fields) => {
    if ((await change.run(fields)) !== null) onSaved()
  }
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      aria-label={t('known.change')}
      initialValues={{ alias: value.alias, word: value.word }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item
        name="alias"
        label={t('known.alias')}
        rules={[{ required: true, message: t('known.aliasNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="word" label={t('known.word')} extra={t('known.wordHint')}>
        <Input maxLength={60} />
      </Form.Item>
      <FormActions refusal={change.refusal}>
        <Button type="primary" htmlType="submit" loading={change.running}>
          {t('known.save')}
        </Button>
        <Button onClick={onLeft}>{t('leave')}</Button>
      </FormActions>
    </Form>
  )
}
