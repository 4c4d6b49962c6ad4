import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Clue, clueOutcomes } from '../../casework/clues/clue.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

type Fields = Pick<NonNullable<Clue['outcome']>, 'found' | 'entry'>

/** Enters what came of looking into a clue: it is so, it was let go, or somebody else was told; each with what was found. */
export function AnswerClueForm({
  clue: { id, revision, value },
  onDone,
}: {
  clue: Stored<Clue>
  onDone: (answered: boolean) => void
}) {
  const { t } = useTranslation('clues')
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('clueAnswer', value.clientId, id), form)
  const answer = useCommand((fields: Fields) => room.answerClue({ id, revision, ...fields }))
  const leave = (answered: boolean) => void kept.forget().then(() => onDone(answered))
  return (
    <Form<Fields>
      form={form}
      name={`clue-${id}`}
      layout="vertical"
      requiredMark={false}
      aria-label={t('answer.title')}
      onValuesChange={kept.changed}
      onFinish={(fields) => void answer.run(fields).then((done) => done && leave(true))}
    >
      <DraftNotice draft={kept} />
      <Form.Item
        name="found"
        label={t('answer.found')}
        rules={[{ required: true, message: t('answer.foundNeeded') }]}
      >
        <Radio.Group
          vertical
          aria-label={t('answer.found')}
          options={clueOutcomes.map((one) => ({ value: one, label: t(`answer.founds.${one}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="entry"
        label={t('answer.entry')}
        extra={t('answer.entryHint')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('answer.entryNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={answer.refusal}>
        <Button type="primary" htmlType="submit" loading={answer.running}>
          {t('answer.save')}
        </Button>
        <Button onClick={() => leave(false)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
