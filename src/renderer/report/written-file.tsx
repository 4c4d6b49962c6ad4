import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { SaveViews } from './save-views.tsx'

/** The file is made: where to put it, and what to do with it then. */
export function WrittenFile({
  period,
  written: { file, sha256 },
}: {
  period: string
  written: { file: OutgoingFile; sha256: string }
}) {
  const { t } = useTranslation('report')
  return (
    <section className="panel report-written">
      <h2 className="panel-title">{t('written.title')}</h2>
      <p>{t('written.closed')}</p>
      <SaveFileButton file={file} primary>
        {t('written.save')}
      </SaveFileButton>
      <dl className="report-facts">
        <dt>{t('written.file')}</dt>
        <dd>{file.name}</dd>
        <dt>{t('written.sha256')}</dt>
        <dd className="report-sha">{sha256}</dd>
      </dl>
      <h3 className="report-table-title">{t('written.next')}</h3>
      <ol className="report-next">
        <li>{t('written.carry')}</li>
        <li>{t('written.compare')}</li>
        <li>{t('written.receipt')}</li>
        <li>{t('written.again')}</li>
      </ol>
      <SaveViews period={period} />
      <Link to="/report">{t('period.back')}</Link>
    </section>
  )
}
