import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { type FollowUp, followUpModes } from '../../casework/follow-ups/follow-up.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

type Fields = Pick<NonNullable<FollowUp['result']>, 'mode' | 'reached' | 'askedAgain' | 'entry'>

const reaching = ['reached', 'familyReached', 'notReached'] as const
const asking = ['none', 'thoughts', 'plan', 'notAsked'] as const

/** What came of a follow-up; whoever was reached is asked about danger again. */
export function ResultForm({
  followUp: {
    id,
    revision,
    value: { clientId },
  },
  onSaved,
  onCancel,
}: {
  followUp: Stored<FollowUp>
  onSaved: (followed: { next: string | null; crisis: 'opened' | 'joined' | null }) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('follow-ups')
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('followUpResult', clientId, id), form)
  const reached = Form.useWatch('reached', form)
  const askedAgain = Form.useWatch('askedAgain', form)
  const isDanger = reached !== 'notReached' && (askedAgain === 'thoughts' || askedAgain === 'plan')
  const save = useCommand(({ askedAgain: asked, ...result }: Fields) =>
    room.noteFollowUp({
      id,
      revision,
      result: { ...result, askedAgain: result.reached === 'notReached' ? 'notAsked' : asked },
    }),
  )
  const submit = async (fields: Fields) => {
    const saved = await save.run(fields)
    if (saved === null) return
    await kept.forget()
    onSaved(saved.value)
  }
  return (
    <Form<Fields>
      form={form}
      name={`follow-up-${id}`}
      layout="vertical"
      requiredMark={false}
      className="follow-up-form"
      aria-label={t('result.open')}
      onValuesChange={kept.changed}
      onFinish={(fields) => void submit(fields)}
    >
      <DraftNotice draft={kept} />
      <Form.Item
        name="mode"
        label={t('result.mode')}
        rules={[{ required: true, message: t('result.modeNeeded') }]}
      >
        <Radio.Group
          aria-label={t('result.mode')}
          options={followUpModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="reached"
        label={t('result.reached')}
        rules={[{ required: true, message: t('result.reachedNeeded') }]}
      >
        <Radio.Group
          aria-label={t('result.reached')}
          options={reaching.map((value) => ({ value, label: t(`reached.${value}`) }))}
        />
      </Form.Item>
      {reached === 'notReached' ? (
        <p className="quiet">{t('result.again')}</p>
      ) : (
        <Form.Item
          name="askedAgain"
          label={t('result.asked')}
          extra={t('result.askedHint')}
          rules={[{ required: true, message: t('result.askedNeeded') }]}
        >
          <Radio.Group
            vertical
            aria-label={t('result.asked')}
            options={asking.map((value) => ({ value, label: t(`asked.${value}`) }))}
          />
        </Form.Item>
      )}
      {isDanger && (
        <p className="follow-ups-warning" role="status">
          {t('result.danger')}
        </p>
      )}
      <Form.Item
        name="entry"
        label={t('result.entry')}
        rules={[
          { required: true, whitespace: true, min: isDanger ? 5 : 2, message: t('result.entryNeeded') },
        ]}
      >
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('result.save')}
        </Button>
        <Button
          onClick={() => {
            void kept.forget()
            onCancel()
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
