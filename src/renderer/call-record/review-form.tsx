import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallOnShow, CallReviewEntry, HotlineRules } from '../../room/contract/hotline.ts'
import { NoteField } from '../crisis/entry-fields.tsx'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'

type Point = CallReviewEntry['points'][number]
interface Fields {
  points: Record<string, Pick<Point, 'mark' | 'note'>>
  advice: string
}

const marks = ['met', 'partly', 'notMet', 'notApplicable'] as const

/** A supervisor's look at a call, point by point; what the record shows by itself stands beside each as a hint. */
export function ReviewForm({
  onShow,
  rules,
  onTaken,
  onStale,
  onCancel,
}: {
  onShow: CallOnShow
  rules: HotlineRules['rules']
  onTaken: () => void
  onStale: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('call-record')
  const [language] = useLanguage()
  const [form] = Form.useForm<Fields>()
  const { id, revision } = onShow.call
  const { points } = rules.competences
  const kept = useDraft(draftName('callStep', id, 'reviewed'), form)
  const review = useCommand((entry: CallReviewEntry) => room.reviewCall({ id, revision, review: entry }))
  const save = async (fields: Fields) => {
    const marked = points.map(({ id: point }) => ({
      point,
      mark: fields.points[point]?.mark ?? 'notApplicable',
      note: fields.points[point]?.note ?? '',
    }))
    const taken = await review.run({ whom: { kind: 'here' }, points: marked, advice: fields.advice })
    if (taken === null) return onStale()
    await kept.forget()
    onTaken()
  }
  const hint = (point: string) => {
    const shown = onShow.shown.find((one) => one.point === point)
    if (shown === undefined) return t('review.notDanger')
    return shown.shown === null ? t('review.toHear') : t(shown.shown ? 'review.shown' : 'review.notShown')
  }
  return (
    <Form<Fields>
      form={form}
      name="call-review"
      layout="vertical"
      requiredMark={false}
      className="crisis-step-form"
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <p className="quiet">{t('review.lead')}</p>
      {points.map((point) => (
        <fieldset className="call-review-point" key={point.id}>
          <legend>{point.label[language]}</legend>
          <p className="quiet">
            {point.look[language]} · {hint(point.id)}
          </p>
          <Form.Item
            name={['points', point.id, 'mark']}
            rules={[{ required: true, message: t('review.markNeeded') }]}
          >
            <Radio.Group
              aria-label={point.label[language]}
              options={marks.map((value) => ({ value, label: t(`review.mark.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name={['points', point.id, 'note']}>
            <Input
              aria-label={t('review.note', { point: point.label[language] })}
              placeholder={t('review.notePlaceholder')}
              maxLength={2000}
              autoComplete="off"
            />
          </Form.Item>
        </fieldset>
      ))}
      <NoteField name="advice" label={t('review.advice')} needed={t('review.adviceNeeded')} />
      <FormActions refusal={review.refusal}>
        <Button type="primary" htmlType="submit" loading={review.running}>
          {t('review.save')}
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
