import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReportPreview } from '../../room/contract/report.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** What has to be known of a period before it is written. */
export function PeriodNotices({ preview: { released, unfinished, county } }: { preview: ReportPreview }) {
  const { t } = useTranslation('report')
  const { dayTime } = useFormatTime()
  return (
    <>
      {county === null && (
        <Alert
          type="warning"
          showIcon
          title={t('notice.noCounty')}
          action={<Link to="/report">{t('notice.acceptCard')}</Link>}
        />
      )}
      {released !== null && (
        <Alert type="info" showIcon title={t('notice.released', { at: dayTime(released.at) })} />
      )}
      {released === null && unfinished && <Alert type="info" showIcon title={t('notice.unfinished')} />}
    </>
  )
}
