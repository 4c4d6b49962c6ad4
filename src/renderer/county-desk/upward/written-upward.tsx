import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutgoingFile } from '../../../room/contract/exchange.ts'
import { SaveFileButton } from '../../exchange/save-file-button.tsx'

/** The file is made: where to put it, and what to do with it then. */
export function WrittenUpward({
  written: { file, sha256 },
}: {
  written: { file: OutgoingFile; sha256: string }
}) {
  const { t } = useTranslation('upward')
  return (
    <section className="panel upward-confirm" aria-label={t('written.title')}>
      <h2 className="panel-title">{t('written.title')}</h2>
      <p>{t('written.closed')}</p>
      <SaveFileButton file={file} primary>
        {t('written.save')}
      </SaveFileButton>
      <dl className="county-facts">
        <dt>{t('written.file')}</dt>
        <dd>{file.name}</dd>
        <dt>{t('written.sha256')}</dt>
        <dd className="county-sha">{sha256}</dd>
      </dl>
      <p>{t('written.carry')}</p>
      <Link to="/county/upward">{t('period.back')}</Link>
    </section>
  )
}
