import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { openEntries } from '../app/nav.ts'
import { ClientField } from '../appointments/client-field.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface Fields {
  clientId: string | null
}

/** Where the caller has a file here: a crisis begun with this call, which is looked after in the file from then on. */
export function CrisisFromCall({ callId }: { callId: string }) {
  const { t } = useTranslation('call-record')
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch('clientId', form)
  const seesClients = openEntries(useSession()).some(({ key }) => key === 'clients')
  const begin = useCommand((clientId: string) =>
    room.openCrisis({ clientId, from: { kind: 'call', callId } }),
  )
  if (!seesClients) return null
  const openAlready = begin.refusal?.code === 'CRISIS_OPEN_ALREADY' ? begin.refusal.at : undefined
  const save = async ({ clientId }: Fields) => {
    if (clientId === null) return
    const begun = await begin.run(clientId)
    if (begun !== null) await navigate(`/clients/${clientId}/crisis/${begun.value.id}`)
  }
  return (
    <section className="panel" aria-labelledby="crisis-from-call">
      <h2 className="panel-title" id="crisis-from-call">
        {t('crisis.title')}
      </h2>
      <p className="quiet">{t('crisis.hint')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="call-record-entry"
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="clientId"
          label={t('crisis.client')}
          rules={[{ required: true, message: t('crisis.clientNeeded') }]}
        >
          <ClientField />
        </Form.Item>
        <FormActions refusal={begin.refusal}>
          <Button htmlType="submit" loading={begin.running}>
            {t('crisis.begin')}
          </Button>
          {openAlready !== undefined && (
            <Link to={`/clients/${chosen}/crisis/${openAlready}`}>{t('crisis.seeOpen')}</Link>
          )}
        </FormActions>
      </Form>
    </section>
  )
}
