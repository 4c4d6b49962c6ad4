import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PaperScore } from '../../casework/assessments/paper-score.ts'
import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { Stored } from '../../casework/records/record.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { ScoreField } from './score-field.tsx'

interface Fields extends Pick<PaperScore, 'day' | 'source' | 'scoredBy'> {
  scores: Record<string, number | null | undefined>
  remark?: string
  reason?: string
}

/** The fields that were filled in. */
const known = (scores: Fields['scores']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([id, score]): [string, number][] =>
      typeof score === 'number' ? [[id, score]] : [],
    ),
  )

/** The day, the scores and where they come from; with `corrected`, also what was wrong with that entry. */
export function PaperScoreForm({
  form,
  corrected,
  blocked,
}: {
  form: ScoreForm
  corrected: Stored<PaperScore> | null
  blocked: boolean
}) {
  const { t } = useTranslation('paper-scores')
  const navigate = useNavigate()
  const { file, again } = useClientOnShow()
  const [fields] = Form.useForm<Fields>()
  const kept = useDraft(
    draftName('paperScore', file.client.id, form.id, ...(corrected === null ? [] : [corrected.id])),
    fields,
  )
  const enter = useCommand(({ day, scores, source, scoredBy, remark = '', reason = '' }: Fields) =>
    room.enterPaperScore({
      clientId: file.client.id,
      form: form.id,
      day,
      scores: known(scores),
      source,
      scoredBy,
      remark: remark.trim(),
      correction: corrected === null ? null : { of: corrected.id, reason },
    }),
  )
  const save = async (fields: Fields) => {
    if ((await enter.run(fields)) === null) return
    await kept.forget()
    again()
    void navigate(`/clients/${file.client.id}/assessments`, { replace: true })
  }

  return (
    <Form<Fields>
      form={fields}
      layout="vertical"
      requiredMark={false}
      className="panel"
      initialValues={corrected?.value ?? { scores: {} }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      {corrected !== null && (
        <Form.Item
          name="reason"
          label={t('field.reason')}
          extra={t('field.reasonHint')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('field.reasonNeeded') }]}
        >
          <Input maxLength={1000} />
        </Form.Item>
      )}
      <Form.Item
        name="day"
        label={t('field.day')}
        rules={[{ required: true, message: t('field.dayNeeded') }]}
      >
        <Input type="date" />
      </Form.Item>
      <fieldset className="paper-score-scores">
        <legend>{t('field.scores')}</legend>
        <p>{t('field.scoresHint')}</p>
        <div className="paper-score-grid">
          {form.scores.map((score) => (
            <ScoreField key={score.id} score={score} />
          ))}
        </div>
      </fieldset>
      <Form.Item
        name="source"
        label={t('field.source')}
        extra={t('field.sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('field.sourceNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="scoredBy"
        label={t('field.scoredBy')}
        extra={t('field.scoredByHint')}
        rules={[{ required: true, whitespace: true, message: t('field.scoredByNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="remark" label={t('field.remark')}>
        <Input.TextArea rows={2} maxLength={20_000} />
      </Form.Item>
      <FormActions refusal={enter.refusal}>
        <Button type="primary" htmlType="submit" disabled={blocked} loading={enter.running}>
          {t(corrected === null ? 'save' : 'saveCorrection')}
        </Button>
        <Button
          onClick={() => {
            void kept.forget()
            void navigate(-1)
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
