import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { AssessmentDueReason } from '../../casework/privacy/impact-assessment.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './privacy.css'

/** What the room does with personal data, and every impact assessment it made. */
export function PrivacyPage() {
  const { t } = useTranslation(['privacy', 'rights'])
  const { day, dateTime } = useFormatTime()
  const navigate = useNavigate()
  const { data, failed } = useQuery(() => room.privacy(), [])
  const why = (reason: AssessmentDueReason) =>
    t(`due.${reason.code}`, {
      ...('months' in reason ? { count: reason.months } : {}),
      ...('processing' in reason ? { processing: t(`rights:processings.${reason.processing}`) } : {}),
    })
  const assess = (
    <Button type="primary" onClick={() => void navigate('/settings/privacy/new')}>
      {t('assess')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={assess}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status">{t('unreadable', { count: data.unreadable })}</p>
      )}
      {data?.due.map((reason) => (
        <p key={why(reason)} className="privacy-due">
          {why(reason)}
        </p>
      ))}
      {data !== null && (
        <>
          <section className="panel" aria-labelledby="privacy-log">
            <h2 className="panel-title" id="privacy-log">
              {t('log.title')}
            </h2>
            {data.processing.length === 0 ? (
              <p className="quiet">{t('log.none')}</p>
            ) : (
              <table className="privacy-table">
                <thead>
                  <tr>
                    {(['what', 'since', 'last', 'clients', 'records', 'withoutBasis'] as const).map(
                      (column) => (
                        <th key={column} scope="col">
                          {t(`log.${column}`)}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {data.processing.map(({ processing, since, last, clients, records, withoutBasis }) => (
                    <tr key={processing}>
                      <th scope="row">{t(`rights:processings.${processing}`)}</th>
                      <td>{day(since)}</td>
                      <td>{day(last)}</td>
                      <td>{clients}</td>
                      <td>{records}</td>
                      <td className={withoutBasis > 0 ? 'privacy-gap' : undefined}>{withoutBasis}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <section className="panel" aria-labelledby="privacy-versions">
            <h2 className="panel-title" id="privacy-versions">
              {t('versions.title')}
            </h2>
            {data.assessments.length === 0 ? (
              <EmptyState title={t('versions.none')}>{t('versions.noneText')}</EmptyState>
            ) : (
              <ul className="privacy-versions">
                {data.assessments.map(({ assessment: { id, value }, keptUntil }) => (
                  <li key={id}>
                    <Link to={`/settings/privacy/${id}`}>
                      {t('versions.version', { version: value.version })}
                    </Link>
                    <span>
                      {t('versions.line', {
                        at: dateTime(value.assessedAt),
                        who: data.staffNames[value.assessedBy] ?? t('somebody'),
                        conclusion: t(`conclusion.${value.conclusion}`),
                      })}
                    </span>
                    {keptUntil !== null && (
                      <span className="quiet">{t('versions.kept', { day: day(keptUntil) })}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Page>
  )
}
