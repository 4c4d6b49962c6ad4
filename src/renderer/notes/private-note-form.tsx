import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrivateNote } from '../../room/contract/notes.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface Fields {
  text: string
}

/** Writes a private note, or changes one. */
export function PrivateNoteForm({
  clientId,
  note,
  onKept,
  onCancel,
}: {
  clientId: string
  /** Null for a new one. */
  note: PrivateNote | null
  onKept: () => void
  onCancel: (() => void) | null
}) {
  const { t } = useTranslation('notes')
  const [form] = Form.useForm<Fields>()
  const draft = useDraft(draftName('privateNote', clientId, ...(note === null ? [] : [note.id])), form)
  const keep = useCommand(({ text = '' }: Partial<Fields>) =>
    room.keepPrivateNote({ id: note?.id ?? null, revision: note?.revision ?? 0, clientId, text }),
  )
  const save = async (fields: Fields) => {
    if ((await keep.run(fields)) === null) return
    await draft.forget()
    form.resetFields()
    onKept()
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      initialValues={{ text: note?.text ?? '' }}
      onValuesChange={draft.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={draft} />
      <Form.Item name="text" label={t(note === null ? 'private.write' : 'private.change')}>
        <Input.TextArea rows={4} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={keep.refusal}>
        <Button type="primary" htmlType="submit" loading={keep.running}>
          {t('private.save')}
        </Button>
        {onCancel !== null && (
          <Button
            onClick={() => {
              void draft.forget()
              onCancel()
            }}
          >
            {t('cancel')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}
