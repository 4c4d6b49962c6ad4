import { Button, Input } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { CallFieldProps } from './call-draft.ts'
import { Field } from './field.tsx'

const quickPicks = [24, 72, 168] as const
const hoursADay = 24

/** When somebody calls back or checks; where a whole chain of follow-ups follows from the call, which ones. */
export function FollowUpField({ chain, ...form }: CallFieldProps & { chain: readonly { due: number }[] }) {
  const { t } = useTranslation('running-call')
  const { followUpDue } = form.draft
  const spans = chain.map(({ due }) =>
    due <= 3 * hoursADay
      ? t('followUp.hours', { count: due })
      : t('followUp.days', { count: Math.round(due / hoursADay) }),
  )
  return (
    <Field name="followUpDue" form={form} width={6} required={form.needOf('followUpDue') === 'required'}>
      {(ids) =>
        chain.length > 0 ? (
          <p className="call-hint" id={ids.id}>
            {t('followUp.chain', { spans: spans.join(t('level.because2')) })}
          </p>
        ) : (
          <div className="call-question">
            {quickPicks.map((hours) => (
              <Button
                key={hours}
                onClick={() => form.change({ followUpDue: dayjs().add(hours, 'hour').toISOString() })}
              >
                {t('followUp.in', { span: t(`followUp.${hours}`) })}
              </Button>
            ))}
            <Input
              {...ids}
              className="call-moment"
              type="datetime-local"
              autoComplete="off"
              value={followUpDue === null ? '' : dayjs(followUpDue).format('YYYY-MM-DDTHH:mm')}
              onChange={({ target }) =>
                form.change({ followUpDue: target.value === '' ? null : dayjs(target.value).toISOString() })
              }
            />
          </div>
        )
      }
    </Field>
  )
}
