import { Button, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { dispositions } from '../../casework/hotline-call.ts'
import type { CallFieldProps } from './call-draft.ts'
import { Field } from './field.tsx'

const quickPicks = [24, 72, 168] as const

/** How the call ended, and when somebody calls back. */
export function EndingFields({ draft: { disposition, followUpDue }, change, missing }: CallFieldProps) {
  const { t } = useTranslation('hotline')
  return (
    <div className="call-row">
      <Field
        label={t('field.disposition')}
        required
        missing={missing.includes('disposition') ? t('missing.disposition') : null}
      >
        {(ids) => (
          <Select
            {...ids}
            className="call-disposition"
            placeholder={t('choose')}
            value={disposition}
            options={dispositions.map((value) => ({ value, label: t(`disposition.${value}`) }))}
            onChange={(value) => change({ disposition: value })}
          />
        )}
      </Field>
      <Field
        label={t('field.followUpDue')}
        wide
        missing={missing.includes('followUpDue') ? t('missing.followUpDue') : null}
      >
        {(ids) => (
          <div className="call-follow-up">
            {quickPicks.map((hours) => (
              <Button
                key={hours}
                onClick={() => change({ followUpDue: dayjs().add(hours, 'hour').toISOString() })}
              >
                {t(`in.${hours}`)}
              </Button>
            ))}
            <Input
              {...ids}
              type="datetime-local"
              value={followUpDue === null ? '' : dayjs(followUpDue).format('YYYY-MM-DDTHH:mm')}
              onChange={({ target }) =>
                change({ followUpDue: target.value === '' ? null : dayjs(target.value).toISOString() })
              }
            />
          </div>
        )}
      </Field>
    </div>
  )
}
