import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StruckOut } from '../../casework/staff/staff-profile.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Says that a line was entered by mistake: it stays to be read and counts no more. */
export function StrikeLineForm({
  profile: { id, revision },
  line,
  onSaved,
  onCancel,
}: {
  profile: { id: string; revision: number }
  line: Pick<StruckOut, 'list' | 'place'>
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('staff-register')
  const strike = useCommand(({ because }: { because: string }) =>
    room.strikeOutLine({ id, revision, line, because }),
  )
  return (
    <Form<{ because: string }>
      layout="vertical"
      requiredMark={false}
      className="register-add"
      aria-label={t('strike.open')}
      onFinish={(fields) => void strike.run(fields).then((saved) => saved && onSaved())}
    >
      <Form.Item
        name="because"
        label={t('strike.because')}
        extra={t('strike.means')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('needed.because') }]}
      >
        <Input autoFocus maxLength={500} />
      </Form.Item>
      <FormActions refusal={strike.refusal}>
        <Button type="primary" htmlType="submit" loading={strike.running}>
          {t('strike.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
