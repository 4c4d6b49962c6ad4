import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type CaseStep, closureReasons } from '../../casework/files/case-standing.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { newestOutcomes } from './newest-outcomes.ts'
import { useOutcomeText } from './use-outcome-text.ts'

type Proposal = Extract<CaseStep, { kind: 'proposed' }>
type Fields = Pick<Proposal, 'reason' | 'summary' | 'outcomes'> & {
  aftercare?: string
  aftercareDue?: string
}

/** Proposes to close a file: why, what was done, how the client is now, and what was agreed for afterwards. */
export function ProposalForm({
  clientId,
  revision,
  onSaved,
}: {
  clientId: string
  revision: number
  onSaved: () => void
}) {
  const { t } = useTranslation('closure')
  const { file } = useClientOnShow()
  const outcomeText = useOutcomeText()
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('closure', clientId), form)
  const propose = useCommand(({ aftercare, aftercareDue, ...proposal }: Fields) =>
    room.takeCaseStep({
      clientId,
      revision,
      deed: {
        kind: 'proposed',
        ...proposal,
        outcomes: proposal.outcomes ?? [],
        aftercare: aftercare ?? '',
        aftercareDue: aftercareDue === undefined || aftercareDue === '' ? null : aftercareDue,
      },
    }),
  )
  const submit = async (fields: Fields) => {
    if ((await propose.run(fields)) === null) return
    await kept.forget()
    onSaved()
  }
  const answered = file.assessments.filter(({ value }) => value.answeredAt !== null).toReversed()
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel closure-form"
      aria-label={t('propose.title')}
      initialValues={{ outcomes: newestOutcomes(file.assessments) }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void submit(fields)}
    >
      <h2 className="panel-title">{t('propose.title')}</h2>
      <DraftNotice draft={kept} />
      <Form.Item
        name="reason"
        label={t('propose.reason')}
        rules={[{ required: true, message: t('propose.reasonNeeded') }]}
      >
        <Select
          aria-label={t('propose.reason')}
          options={closureReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="summary"
        label={t('propose.summary')}
        extra={t('propose.summaryHint')}
        rules={[{ required: true, whitespace: true, min: 5, message: t('propose.summaryNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      {answered.length > 0 && (
        <Form.Item name="outcomes" label={t('propose.outcomes')} extra={t('propose.outcomesHint')}>
          <Checkbox.Group
            aria-label={t('propose.outcomes')}
            className="closure-outcomes"
            options={answered.map(({ id }) => ({ value: id, label: outcomeText(id) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="aftercare" label={t('propose.aftercare')} extra={t('propose.aftercareHint')}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name="aftercareDue" label={t('propose.aftercareDue')} extra={t('propose.aftercareDueHint')}>
        <Input type="date" min={addDays(dayOf(new Date().toISOString()), 1)} />
      </Form.Item>
      <FormActions refusal={propose.refusal}>
        <Button type="primary" htmlType="submit" loading={propose.running}>
          {t('propose.save')}
        </Button>
      </FormActions>
    </Form>
  )
}
