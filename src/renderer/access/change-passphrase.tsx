import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { PassphraseFields } from './passphrase-fields.tsx'
import './access.css'

interface Fields {
  current: string
  passphrase: string
}

/** 设置 → 口令: another passphrase for whoever is signed in. */
export function ChangePassphrase() {
  const { t } = useTranslation('access')
  const { unit, me } = useSession()
  const [form] = Form.useForm<Fields>()
  const change = useCommand(room.changePassphrase)

  const save = async ({ current, passphrase }: Fields) => {
    if ((await change.run(current, passphrase)) !== null) form.resetFields()
  }

  return (
    <Page title={t('change.title')} lead={t('change.lead')} width="form">
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="current"
          label={t('change.current')}
          rules={[{ required: true, message: t('change.currentMissing') }]}
        >
          <Input.Password autoComplete="off" />
        </Form.Item>
        <PassphraseFields label={t('change.next')} known={[me.name, unit.name, unit.code]} />
        <RefusalNotice refusal={change.refusal} />
        {change.doneAt !== null && change.refusal === null && <p role="status">{t('change.done')}</p>}
        <div className="step-buttons">
          <Button type="primary" htmlType="submit" loading={change.running}>
            {t('change.save')}
          </Button>
          <SavedAt at={change.refusal === null ? change.doneAt : null} />
        </div>
      </Form>
    </Page>
  )
}
