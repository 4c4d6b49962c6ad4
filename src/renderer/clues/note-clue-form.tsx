import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Clue } from '../../casework/clues/clue.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

type Fields = Pick<Clue, 'source' | 'told'>

/** Notes something that was told in words. */
export function NoteClueForm({ clientId, onDone }: { clientId: string; onDone: (noted: boolean) => void }) {
  const { t } = useTranslation('clues')
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('newClue', clientId), form)
  const note = useCommand((fields: Fields) => room.noteClue({ clientId, ...fields }))
  const leave = (noted: boolean) => void kept.forget().then(() => onDone(noted))
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      aria-label={t('note.title')}
      onValuesChange={kept.changed}
      onFinish={(fields) => void note.run(fields).then((done) => done && leave(true))}
    >
      <h3 className="clues-note">{t('note.title')}</h3>
      <DraftNotice draft={kept} />
      <Form.Item
        name="source"
        label={t('note.source')}
        extra={t('note.sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('note.sourceNeeded') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="told"
        label={t('note.told')}
        extra={t('note.toldHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('note.toldNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
      <p className="quiet">{t('note.expires')}</p>
      <FormActions refusal={note.refusal}>
        <Button type="primary" htmlType="submit" loading={note.running}>
          {t('note.save')}
        </Button>
        <Button onClick={() => leave(false)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
