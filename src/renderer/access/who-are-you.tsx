import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LockedStanding } from './locked-standing.ts'

type Person = LockedStanding['staff'][number]

const byName = (a: Person, b: Person) => a.name.localeCompare(b.name, 'zh-CN')

/** Only a lone member of staff is chosen beforehand: nobody should change a colleague's passphrase unawares. */
export const whoAtFirst = (staff: LockedStanding['staff']): string | undefined =>
  staff.length === 1 ? staff[0]?.id : undefined

/** Picks who is signing in; fills `staffId` of the form around it. */
export function WhoAreYou({ staff, onPick }: { staff: LockedStanding['staff']; onPick?: () => void }) {
  const { t } = useTranslation('access')
  return (
    <Form.Item
      name="staffId"
      label={t('lock.who')}
      rules={[{ required: true, message: t('lock.whoMissing') }]}
    >
      <Radio.Group
        className="who"
        aria-label={t('lock.who')}
        // With the arrow keys one passes over others on the way; only a press is a pick.
        onChange={({ nativeEvent }) => nativeEvent.detail > 0 && onPick?.()}
      >
        {staff.toSorted(byName).map(({ id, name }) => (
          <Radio key={id} value={id}>
            {name}
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  )
}
