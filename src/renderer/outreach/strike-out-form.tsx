import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutreachActivity } from '../../casework/activities/outreach.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Says that an activity was entered by mistake: it stays to be read and counts no more. */
export function StrikeOutForm({
  stored: { id, revision },
  activity,
  onSaved,
  onCancel,
}: {
  stored: { id: string; revision: number }
  /** As it stands now. */
  activity: OutreachActivity
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('outreach')
  const strike = useCommand(({ because }: { because: string }) =>
    room.correctOutreach({ id, revision, activity, struckOut: true, because }),
  )
  return (
    <Form<{ because: string }>
      layout="vertical"
      requiredMark={false}
      aria-label={t('strikeOut.open')}
      onFinish={(fields) => void strike.run(fields).then((saved) => saved && onSaved())}
    >
      <Form.Item
        name="because"
        label={t('strikeOut.because')}
        extra={t('strikeOut.means')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed.because') }]}
      >
        <Input autoFocus maxLength={500} />
      </Form.Item>
      <FormActions refusal={strike.refusal}>
        <Button type="primary" htmlType="submit" loading={strike.running}>
          {t('strikeOut.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
