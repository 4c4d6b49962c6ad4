import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

interface File {
  id: string
  fileNumber: string
}

/** That another file is the same person's, and how somebody knows. */
export function MergeForm({
  from,
  into,
  onMerged,
  onLeft,
}: {
  from: File
  into: File
  onMerged: () => void
  onLeft: () => void
}) {
  const { t } = useTranslation('client-details')
  const [form] = Form.useForm<{ because: string }>()
  const kept = useDraft(draftName('merge', into.id, from.id), form)
  const merge = useCommand((because: string) => room.mergeFiles({ from: from.id, into: into.id, because }))
  const submit = async (because: string) => {
    if ((await merge.run(because)) === null) return
    await kept.forget()
    onMerged()
  }
  return (
    <Form<{ because: string }>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="details-form"
      onValuesChange={kept.changed}
      onFinish={({ because }) => void submit(because)}
    >
      <h3>{t('merge.ask', { from: from.fileNumber, into: into.fileNumber })}</h3>
      <p>{t('merge.what', { from: from.fileNumber, into: into.fileNumber })}</p>
      <DraftNotice draft={kept} />
      <Form.Item
        name="because"
        label={t('merge.because')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('merge.becauseNeeded') }]}
      >
        <Input.TextArea autoFocus rows={2} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={merge.refusal}>
        <Button type="primary" htmlType="submit" loading={merge.running}>
          {t('merge.submit')}
        </Button>
        <Button
          onClick={() => {
            void kept.forget()
            onLeft()
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
