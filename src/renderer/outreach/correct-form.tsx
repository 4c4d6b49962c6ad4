import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Outreach } from '../../casework/activities/outreach.ts'
import type { OutreachCategories } from '../../casework/activities/outreach-categories.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { activityOf, type OutreachFormFields } from './activity-of.ts'
import { OutreachFields } from './outreach-fields.tsx'

type Fields = OutreachFormFields & { because?: string }

/** Corrects an activity by a later version; the earlier ones stay. */
export function CorrectForm({
  activity: { id, revision, value },
  categories,
  onSaved,
  onCancel,
}: {
  activity: Stored<Outreach>
  categories: OutreachCategories
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('outreach')
  const [form] = Form.useForm<Fields>()
  const kept = useDraft(draftName('outreachCorrection', id), form)
  const staff = useQuery(() => room.outreachStaff(), [])
  const before = value.versions.at(-1)?.activity
  const correct = useCommand((fields: Fields) =>
    room.correctOutreach({
      id,
      revision,
      activity: activityOf(fields),
      struckOut: false,
      because: fields.because ?? '',
    }),
  )
  const submit = async (fields: Fields) => {
    if ((await correct.run(fields)) === null) return
    await kept.forget()
    onSaved()
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      aria-label={t('correct.title')}
      initialValues={before ?? {}}
      onValuesChange={kept.changed}
      onFinish={(fields) => void submit(fields)}
    >
      <h2 className="panel-title">{t('correct.title')}</h2>
      <p className="quiet">{t('correct.means')}</p>
      <DraftNotice draft={kept} />
      <OutreachFields categories={categories} staff={staff.data ?? []} category={before?.category ?? null} />
      <Form.Item
        name="because"
        label={t('correct.because')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed.because') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <FormActions refusal={correct.refusal}>
        <Button type="primary" htmlType="submit" loading={correct.running}>
          {t('correct.save')}
        </Button>
        <Button onClick={() => void kept.forget().then(onCancel)}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
