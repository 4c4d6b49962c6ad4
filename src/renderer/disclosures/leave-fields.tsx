import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import type { LeaveForm } from './account-of.ts'

/** By whose leave something is handed out. Fields `leave`, `supervisor`, `outsideName` and `outsideDay`. */
export function LeaveFields() {
  const { t } = useTranslation('disclosures')
  const form = Form.useFormInstance<LeaveForm>()
  const leave = Form.useWatch('leave', form)
  const staff = useQuery(() => room.listStaff(), [])
  const supervisors = staff.data?.filter(({ roles }) => roles.includes('supervisor')) ?? []
  return (
    <>
      <Form.Item name="leave" label={t('leave.label')} initialValue="self">
        <Radio.Group
          aria-label={t('leave.label')}
          options={(['self', 'here', 'outside'] as const).map((value) => ({
            value,
            label: t(`leave.${value}`),
            disabled: value === 'here' && supervisors.length === 0,
          }))}
        />
      </Form.Item>
      {leave === 'here' && (
        <Form.Item
          name="supervisor"
          label={t('leave.who')}
          rules={[{ required: true, message: t('leave.needed') }]}
        >
          <Radio.Group
            aria-label={t('leave.who')}
            options={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      {leave === 'outside' && (
        <>
          <Form.Item
            name="outsideName"
            label={t('leave.who')}
            rules={[{ required: true, whitespace: true, message: t('leave.needed') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="outsideDay"
            label={t('leave.day')}
            rules={[{ required: true, message: t('leave.dayNeeded') }]}
          >
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </>
  )
}
