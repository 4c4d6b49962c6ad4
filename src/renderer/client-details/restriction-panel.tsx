import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../casework/clients/client.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'

/** Whether the file is only kept: nothing more is done with it until that is lifted. */
export function RestrictionPanel({
  client: { id, revision, value },
  staffNames,
  onChanged,
}: {
  client: Stored<Client>
  staffNames: Record<string, string>
  onChanged: () => void
}) {
  const { t } = useTranslation('client-details')
  const { dayTime } = useFormatTime()
  const [asking, setAsking] = useState(false)
  const { restricted } = value
  const restrict = useCommand((because: string | null) => room.restrictClient({ id, revision, because }))
  const run = async (because: string | null) => {
    if ((await restrict.run(because)) === null) return
    setAsking(false)
    onChanged()
  }
  return (
    <section className="panel">
      <h2 className="panel-title">{t('restriction.title')}</h2>
      {restricted !== undefined && (
        <p role="status" className="details-restricted">
          {t('restriction.since', {
            at: dayTime(restricted.at),
            who: staffNames[restricted.by] ?? t('somebody'),
            because: restricted.because,
          })}
        </p>
      )}
      <p>{t('restriction.what')}</p>
      {!asking && (
        <Button onClick={() => setAsking(true)}>
          {t(restricted === undefined ? 'restriction.begin' : 'restriction.lift')}
        </Button>
      )}
      {asking && (
        <Form<{ because?: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ because }) => void run(restricted === undefined ? (because ?? '') : null)}
        >
          {restricted === undefined && (
            <Form.Item
              name="because"
              label={t('restriction.because')}
              rules={[{ required: true, whitespace: true, min: 2, message: t('restriction.becauseNeeded') }]}
            >
              <Input.TextArea autoFocus rows={2} maxLength={20_000} />
            </Form.Item>
          )}
          <FormActions refusal={restrict.refusal}>
            <Button type="primary" htmlType="submit" loading={restrict.running}>
              {t(restricted === undefined ? 'restriction.confirm' : 'restriction.liftNow')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}
