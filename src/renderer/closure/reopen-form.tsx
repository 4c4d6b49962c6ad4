import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Opens a closed file again; everything in it is still there. */
export function ReopenForm({
  clientId,
  revision,
  onSaved,
}: {
  clientId: string
  revision: number
  onSaved: () => void
}) {
  const { t } = useTranslation('closure')
  const reopen = useCommand(({ because }: { because: string }) =>
    room.takeCaseStep({ clientId, revision, deed: { kind: 'reopened', because } }),
  )
  return (
    <Form<{ because: string }>
      layout="vertical"
      requiredMark={false}
      className="panel closure-form"
      aria-label={t('reopen.title')}
      onFinish={(fields) => void reopen.run(fields).then((done) => done && onSaved())}
    >
      <h2 className="panel-title">{t('reopen.title')}</h2>
      <p className="quiet">{t('reopen.means')}</p>
      <Form.Item
        name="because"
        label={t('reopen.because')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('reopen.becauseNeeded') }]}
      >
        <Input maxLength={2000} />
      </Form.Item>
      <FormActions refusal={reopen.refusal}>
        <Button type="primary" htmlType="submit" loading={reopen.running}>
          {t('reopen.save')}
        </Button>
      </FormActions>
    </Form>
  )
}
