import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReportPreview } from '../../room/contract/report.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** What has to be known of a period before it is written. */
export function PeriodNotices({ preview }: { preview: ReportPreview }) {
  const { t } = useTranslation('report')
  const { dayTime } = useFormatTime()
  const { released, changedSince, unfinished, county, shut, unreadable } = preview
  return (
    <>
      {unreadable > 0 && (
        <RefusalNotice refusal={{ code: 'FACTS_UNREADABLE', detail: { count: unreadable } }} />
      )}
      <RefusalNotice
        refusal={shut === null ? null : { code: shut }}
        action={<Link to="/report">{t('period.back')}</Link>}
      />
      {county === null && (
        <Alert
          type="warning"
          showIcon
          title={t('notice.noCounty')}
          action={<Link to="/report">{t('notice.acceptCard')}</Link>}
        />
      )}
      {released !== null && (
        <Alert
          type="info"
          showIcon
          title={t('notice.released', { at: dayTime(released.at) })}
          description={changedSince ? t('notice.changedSince') : undefined}
        />
      )}
      {released === null && unfinished && <Alert type="info" showIcon title={t('notice.unfinished')} />}
    </>
  )
}
