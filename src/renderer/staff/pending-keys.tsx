import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Domain } from '../../casework/records/record.ts'
import type { Staffing } from '../../room/contract/staffing.ts'

/** What was arranged and waits for somebody to sign in who can carry it out; nothing when all is done. */
export function PendingKeys({ staffing: { staff, renewals, waiting, refused } }: { staffing: Staffing }) {
  const { t } = useTranslation('staff')
  const kinds = (domains: readonly Domain[]) =>
    domains.map((domain) => t(`kind.${domain}`)).join(t('listing'))
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  const waits = [
    ...(renewals.length > 0 ? [t('pending.renewals', { kinds: kinds(renewals) })] : []),
    ...waiting.map(({ staffId, domains }) =>
      t('pending.waiting', { name: names.get(staffId), kinds: kinds(domains) }),
    ),
  ]
  return (
    <>
      {waits.length > 0 && (
        <Alert
          type="info"
          className="staff-notice"
          title={t('pending.title')}
          description={
            <ul className="staff-points">
              {waits.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          }
        />
      )}
      {refused > 0 && (
        <Alert type="warning" className="staff-notice" title={t('pending.refused', { count: refused })} />
      )}
    </>
  )
}
