import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LockedStanding } from './locked.tsx'

/** Picks who is signing in; fills `staffId` of the form around it. */
export function WhoAreYou({ staff, onPick }: { staff: LockedStanding['staff']; onPick?: () => void }) {
  const { t } = useTranslation('access')
  return (
    <Form.Item
      name="staffId"
      label={t('lock.who')}
      rules={[{ required: true, message: t('lock.whoMissing') }]}
    >
      <Radio.Group className="who" aria-label={t('lock.who')} {...(onPick === undefined ? {} : { onChange: onPick })}>
        {staff.map(({ id, name }) => (
          <Radio key={id} value={id}>
            {name}
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  )
}
