import { Button, Form, Input, Radio, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { RosterApi } from '../../room/contract/roster.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { instantOf } from '../ui/day-and-time.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './roster.css'

interface DutyFields {
  seat: number
  staffId: string
  day: string
  from: string
  until: string
}

const usual = { from: '08:00', until: '20:00' }

/** A duty that ends no later on the clock than it begins goes on into the next day. */
const timesOf = ({ day = '', from = '', until = '' }: Partial<DutyFields>) => ({
  from: instantOf({ day, time: from }),
  until: instantOf({ day: until <= from && day !== '' ? addDays(day, 1) : day, time: until }),
})

/** Puts a duty on the roster; the address says for when and where, where that is known. */
export function NewDuty() {
  const { t } = useTranslation('roster')
  const [params] = useSearchParams()
  const today = dayOf(new Date().toISOString())
  const day = params.get('day') ?? today
  const { data, failed } = useQuery(() => room.rosterWeek(day), [day])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      width="form"
      actions={<Link to={`/hotline/roster?day=${day}`}>{t('back')}</Link>}
    >
      <DutyForm around={data} begin={{ day, seat: Number(params.get('seat') ?? data.seats[0]?.number) }} />
    </Page>
  )
}

function DutyForm({
  around: { seats, sitters },
  begin,
}: {
  around: Awaited<ReturnType<RosterApi['rosterWeek']>>
  begin: { day: string; seat: number }
}) {
  const { t } = useTranslation('roster')
  const { dayTime } = useFormatTime()
  const navigate = useNavigate()
  const [form] = Form.useForm<DutyFields>()
  const watched = Form.useWatch<Partial<DutyFields> | undefined>([], form)
  const { until } = timesOf({ ...usual, ...begin, ...watched })
  const plan = useCommand(({ seat, staffId, ...when }: DutyFields) => {
    const times = timesOf(when)
    return room.planDuty({ seat, staffId, from: times.from ?? '', until: times.until ?? '' })
  })
  const save = async (fields: DutyFields) => {
    if ((await plan.run(fields)) !== null) void navigate(`/hotline/roster?day=${fields.day}`)
  }
  return (
    <Form<DutyFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      initialValues={{ ...usual, ...begin }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="seat" label={t('field.seat')}>
        <Radio.Group
          aria-label={t('field.seat')}
          options={seats
            .filter(({ retired }) => !retired)
            .map(({ number, name }) => ({ value: number, label: t('seat', { name }) }))}
        />
      </Form.Item>
      <Form.Item name="staffId" label={t('field.who')} rules={[{ required: true, message: t('needed.who') }]}>
        <Select options={sitters.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <div className="roster-when">
        <Form.Item name="day" label={t('field.day')} rules={[{ required: true, message: t('needed.time') }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="from"
          label={t('field.from')}
          rules={[{ required: true, message: t('needed.time') }]}
        >
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name="until"
          label={t('field.until')}
          rules={[{ required: true, message: t('needed.time') }]}
        >
          <Input type="time" />
        </Form.Item>
      </div>
      {until !== null && <p className="quiet">{t('new.until', { at: dayTime(until) })}</p>}
      <FormActions refusal={plan.refusal}>
        <Button type="primary" htmlType="submit" loading={plan.running}>
          {t('new.save')}
        </Button>
      </FormActions>
    </Form>
  )
}
