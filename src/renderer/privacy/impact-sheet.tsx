import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { A4Sheet, PrintButton } from '../ui/a4-sheet.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { impactFields } from './impact-fields.ts'
import './privacy.css'

/** One version of the impact assessment as it goes on paper. */
export function ImpactSheetPage() {
  const { t } = useTranslation(['privacy', 'rights'])
  const { day, dateTime } = useFormatTime()
  const { unit } = useSession()
  const { assessmentId } = useParams()
  const { data, failed } = useQuery(() => room.privacy(), [assessmentId])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const shown = data.assessments.find(({ assessment }) => assessment.id === assessmentId)
  if (shown === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { value } = shown.assessment
  return (
    <Page
      title={t('versions.version', { version: value.version })}
      actions={
        <>
          <PrintButton />
          <Link to="/settings/privacy">{t('title')}</Link>
        </>
      }
    >
      <A4Sheet label={t('sheet')}>
        <div className="impact-sheet" lang={value.language}>
          <h2>
            {unit.name} {t('sheet')}
          </h2>
          <p className="a4-sheet-small">
            {t('versions.line', {
              at: dateTime(value.assessedAt),
              who: data.staffNames[value.assessedBy] ?? t('somebody'),
              conclusion: t(`conclusion.${value.conclusion}`),
            })}
          </p>
          {value.assessed.map((section) => (
            <section key={section.processing}>
              <h3>
                {t('section', {
                  name: t(`rights:processings.${section.processing}`),
                  clients: section.clients,
                  records: section.records,
                })}
              </h3>
              <table>
                <tbody>
                  {impactFields.map((field) => (
                    <tr key={field}>
                      <th scope="row">{t(`field.${field}`)}</th>
                      <td>{section[field]}</td>
                    </tr>
                  ))}
                  <tr>
                    <th scope="row">{t('remaining.label')}</th>
                    <td>{t(`remaining.${section.remaining}`)}</td>
                  </tr>
                </tbody>
              </table>
            </section>
          ))}
          <h3>{t('security.label')}</h3>
          <ol>
            {value.security.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
          <h3>{t('conclusion.label')}</h3>
          <p>
            {t(`conclusion.${value.conclusion}`)} {value.because}
          </p>
          {value.measuresBy !== null && (
            <p>
              {t('measuresBy')} {day(value.measuresBy)}
            </p>
          )}
          {shown.keptUntil !== null && (
            <p className="a4-sheet-small">{t('versions.kept', { day: day(shown.keptUntil) })}</p>
          )}
        </div>
      </A4Sheet>
    </Page>
  )
}
