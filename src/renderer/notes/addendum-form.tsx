import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionNote } from '../../casework/notes/session-note.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft, useDraftWaiting } from '../ui/use-draft.ts'

interface Fields {
  text: string
}

/** A signed note is only added to, under the name of whoever adds. */
export function AddendumForm({ note, onAdded }: { note: Stored<SessionNote>; onAdded: () => void }) {
  const { t } = useTranslation('notes')
  const name = draftName('addendum', note.value.clientId, note.id)
  const waiting = useDraftWaiting(name)
  const [opened, setOpened] = useState<boolean | null>(null)
  if (!(opened ?? waiting)) return <Button onClick={() => setOpened(true)}>{t('addendum.open')}</Button>
  return (
    <Writing
      name={name}
      note={note}
      onDone={(isAdded) => {
        setOpened(false)
        if (isAdded) onAdded()
      }}
    />
  )
}

function Writing({
  name,
  note: { id, revision },
  onDone,
}: {
  name: string
  note: Stored<SessionNote>
  onDone: (isAdded: boolean) => void
}) {
  const { t } = useTranslation('notes')
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(name, form)
  const add = useCommand(({ text }: Fields) => room.addToNote({ id, revision, text }))
  const leave = (isAdded: boolean) => void kept.forget().then(() => onDone(isAdded))
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      onValuesChange={kept.changed}
      onFinish={(fields) => void add.run(fields).then((done) => done && leave(true))}
    >
      <DraftNotice draft={kept} />
      <Form.Item
        name="text"
        label={t('addendum.label')}
        extra={t('addendum.hint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('addendum.needed') }]}
      >
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={add.refusal}>
        <Button type="primary" htmlType="submit" loading={add.running}>
          {t('addendum.save')}
        </Button>
        <Button onClick={() => leave(false)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
