import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Skeleton, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HotlineSeats } from '../../casework/shifts/hotline-seats.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import './shifts.css'

interface SeatFields {
  seats: { number: number; name: string; inUse: boolean }[]
}

const mostSeats = 20

const seatsIn = ({ seats }: SeatFields): number[] => seats.map(({ number }) => number)

const fieldsOf = (seats: HotlineSeats['seats']): SeatFields => ({
  seats: seats.map(({ number, name, retired }) => ({ number, name, inUse: !retired })),
})

/** The seats of the hotline: what they are called, and which are in use. */
export function SeatsPage() {
  const { t } = useTranslation('seats')
  const { data, failed, again } = useQuery(() => room.hotlineSeats(), [])
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="form"
      actions={<Link to="/hotline/roster">{t('roster')}</Link>}
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <SeatsForm
          key={data.revision}
          onShow={data}
          savedAt={savedAt}
          onSaved={() => {
            setSavedAt(new Date())
            again()
          }}
        />
      )}
    </Page>
  )
}

function SeatsForm({
  onShow: { seats, revision, mayChange },
  savedAt,
  onSaved,
}: {
  onShow: { seats: HotlineSeats['seats']; revision: number; mayChange: boolean }
  savedAt: Date | null
  onSaved: () => void
}) {
  const { t } = useTranslation('seats')
  const [form] = Form.useForm<SeatFields>()
  const save = useCommand((fields: SeatFields) =>
    room.changeHotlineSeats({
      revision,
      seats: fields.seats.map(({ number, name, inUse }) => ({ number, name, retired: !inUse })),
    }),
  )
  const submit = async (fields: SeatFields) => {
    if ((await save.run(fields)) !== null) onSaved()
  }
  return (
    <Form<SeatFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      disabled={!mayChange}
      initialValues={fieldsOf(seats)}
      onFinish={(fields) => void submit(fields)}
    >
      {!mayChange && <p className="quiet">{t('readOnly')}</p>}
      <Form.List name="seats">
        {(rows, { add }) => (
          <>
            {rows.map(({ key, name: place }) => {
              const number = form.getFieldValue(['seats', place, 'number']) as number
              return (
                <div key={key} className="seat-row">
                  <Form.Item name={[place, 'number']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item
                    name={[place, 'name']}
                    label={t('name', { number })}
                    rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
                  >
                    <Input maxLength={20} />
                  </Form.Item>
                  <Form.Item name={[place, 'inUse']} label={t('inUse', { number })} valuePropName="checked">
                    <Switch />
                  </Form.Item>
                </div>
              )
            })}
            {mayChange && rows.length < mostSeats && (
              <Button
                className="seat-add"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => {
                  const number = Math.max(...seatsIn(form.getFieldsValue())) + 1
                  add({ number, name: String(number), inUse: true })
                }}
              >
                {t('add')}
              </Button>
            )}
          </>
        )}
      </Form.List>
      <p className="quiet">{t('means')}</p>
      <FormActions refusal={save.refusal}>
        {mayChange && (
          <Button type="primary" htmlType="submit" loading={save.running}>
            {t('save')}
          </Button>
        )}
        <SavedAt at={savedAt} />
      </FormActions>
    </Form>
  )
}
