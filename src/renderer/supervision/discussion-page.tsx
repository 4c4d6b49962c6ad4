import { Button, Checkbox, Form, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Discussion } from '../../room/contract/supervision.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { DiscussionPreview } from './discussion-preview.tsx'
import './supervision.css'

type Fields = Omit<Discussion, 'clientId'>

/** Prepares a case for colleagues: what is asked, what is told, and what has to be taken out of it. */
export function DiscussionPage() {
  const { t } = useTranslation('supervision')
  const { dateTime } = useFormatTime()
  const { file } = useClientOnShow()
  const { id } = file.client
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('discussion', id), form)
  /** What is on show below; null as long as what stands in the form has not been looked at. */
  const [shown, setShown] = useState<Discussion | null>(null)
  const { data, failed } = useQuery(() => room.notes(id), [id])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />

  const signed = data.notes.filter(({ note }) => note.value.signedAt !== null)
  return (
    <Page title={t('discussion.title')} lead={t('discussion.lead')} width="form">
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="panel"
        aria-label={t('discussion.title')}
        initialValues={{ question: '', notes: signed.map(({ note }) => note.id), words: [] }}
        onValuesChange={(changed, fields) => {
          setShown(null)
          kept.changed(changed, fields)
        }}
        onFinish={(fields) => setShown({ ...fields, clientId: id })}
      >
        <DraftNotice draft={kept} />
        <Form.Item
          name="question"
          label={t('field.question')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('needed.question') }]}
        >
          <Input.TextArea rows={3} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="notes" label={t('discussion.notes')} extra={t('discussion.notesHint')}>
          <Checkbox.Group
            className="discussion-notes"
            options={signed.map(({ note }) => ({ value: note.id, label: dateTime(note.value.heldAt) }))}
          />
        </Form.Item>
        <Form.Item name="words" label={t('discussion.words')} extra={t('discussion.wordsHint')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', '、', '；', ';']} />
        </Form.Item>
        <Button type={shown === null ? 'primary' : 'default'} htmlType="submit">
          {t('discussion.look')}
        </Button>
      </Form>
      {shown !== null && <DiscussionPreview discussion={shown} onReleased={() => void kept.forget()} />}
      <Link to={`/clients/${id}/supervision`}>{t('backToSupervision')}</Link>
    </Page>
  )
}
