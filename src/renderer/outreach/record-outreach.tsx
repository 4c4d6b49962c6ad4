import { Button, Form, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { activityOf, type OutreachFormFields } from './activity-of.ts'
import { OutreachFields } from './outreach-fields.tsx'
import './outreach.css'

/** Enters an activity after it was held. */
export function RecordOutreach() {
  const { t } = useTranslation('outreach')
  const navigate = useNavigate()
  const { me } = useSession()
  const [form] = Form.useForm<OutreachFormFields>()
  const kept = useDraft(draftName('outreach'), form)
  const { data, failed } = useQuery(
    async () => ({
      staff: await room.outreachStaff(),
      categories: (await room.roomRules()).inForce.outreach,
    }),
    [],
  )
  const record = useCommand((fields: OutreachFormFields) => room.recordOutreach(activityOf(fields)))
  const submit = async (fields: OutreachFormFields) => {
    const saved = await record.run(fields)
    if (saved === null) return
    await kept.forget()
    void navigate(`/activities/outreach/${saved.value.id}`, { replace: true })
  }
  return (
    <Page title={t('record.title')} lead={t('record.lead')} width="form">
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      <Form<OutreachFormFields>
        form={form}
        hidden={data === null}
        layout="vertical"
        requiredMark={false}
        className="panel"
        aria-label={t('record.title')}
        initialValues={{
          day: dayOf(new Date().toISOString()),
          form: 'talk',
          staff: [me.id],
          materials: 0,
          volunteers: 0,
        }}
        onValuesChange={kept.changed}
        onFinish={(fields) => void submit(fields)}
      >
        <DraftNotice draft={kept} />
        {data !== null && <OutreachFields categories={data.categories} staff={data.staff} category={null} />}
        <FormActions refusal={record.refusal}>
          <Button type="primary" htmlType="submit" loading={record.running}>
            {t('record.save')}
          </Button>
          <Button onClick={() => void kept.forget().then(() => navigate('/activities/outreach'))}>
            {t('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
