import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RightAsked, RightsRequest } from '../../casework/privacy/rights-request.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { RightsAnswer } from '../../room/contract/rights.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

type Done = RightsAnswer['done']
interface Fields {
  done: Done
  entry?: string
  recipient?: string
}

const answersTo: Record<RightAsked, readonly Done[]> = {
  copy: ['met', 'partly', 'refused'],
  correct: ['met', 'partly', 'refused'],
  erase: ['met', 'restricted', 'refused'],
  restrict: ['met', 'partly', 'refused'],
  explain: ['met', 'partly', 'refused'],
}

/** The answer to a request. A copy is on record before it is printed; erasing is its own answer. */
export function AnswerForm({
  request: { id, revision, value },
  onAnswered,
}: {
  request: Stored<RightsRequest>
  onAnswered: () => void
}) {
  const { t } = useTranslation('rights')
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const done = Form.useWatch('done', form)
  const kept = useDraft(draftName('rightsAnswer', id), form)
  const isCopy = value.asked === 'copy' && (done === 'met' || done === 'partly')
  const erases = value.asked === 'erase' && done === 'met'
  const answer = useCommand(
    async ({ done, entry = '', recipient = '' }: Fields): Promise<Outcome<unknown>> => {
      const given = { id, revision, done, entry }
      if (value.asked === 'erase' && done === 'met') return room.eraseOnRequest({ id, revision, entry })
      return value.asked === 'copy' && done !== 'refused'
        ? room.handOverCopy({ ...given, recipient })
        : room.answerRequest(given)
    },
  )
  const save = async (fields: Fields) => {
    if ((await answer.run(fields)) === null) return
    await kept.forget()
    if (isCopy) await navigate(`/clients/rights/${id}/copy`)
    else onAnswered()
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className="rights-form"
      requiredMark={false}
      initialValues={{ recipient: t(`askedBy.${value.askedBy}`) }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <Form.Item
        name="done"
        label={t('answer.label')}
        rules={[{ required: true, message: t('answer.needed') }]}
      >
        <Radio.Group
          vertical
          aria-label={t('answer.label')}
          options={answersTo[value.asked].map((one) => ({
            value: one,
            label: t(`answer.${value.asked}.${one}`),
          }))}
        />
      </Form.Item>
      {isCopy && (
        <Form.Item
          name="recipient"
          label={t('answer.recipient')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('answer.recipientNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      {erases && <p className="rights-kept">{t('answer.erases')}</p>}
      <Form.Item
        name="entry"
        label={t(done === undefined || done === 'met' ? 'answer.entry' : 'answer.because')}
        rules={
          done === undefined || done === 'met'
            ? []
            : [{ required: true, whitespace: true, min: 5, message: t('answer.becauseNeeded') }]
        }
      >
        <Input.TextArea rows={2} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={answer.refusal}>
        <Button type="primary" htmlType="submit" loading={answer.running}>
          {t(erases ? 'answer.erase' : isCopy ? 'answer.handOver' : 'answer.submit')}
        </Button>
      </FormActions>
    </Form>
  )
}
