import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../../room/room.ts'
import { useImportProgress } from './use-import-progress.ts'

/** What is being done with many files, how far it is, and a way to stop it. */
export function ImportProgressPanel() {
  const { t } = useTranslation('county-import')
  const progress = useImportProgress()
  const step = progress?.step ?? 'reading'
  const { done, of } = progress ?? { done: 0, of: 0 }
  return (
    <section className="panel county-progress" aria-label={t('progress.label')}>
      <p role="status">{t(`progress.${step}`)}</p>
      <Progress percent={of === 0 ? 0 : Math.floor((100 * done) / of)} aria-label={t(`progress.${step}`)} />
      <p className="county-quiet">{t('progress.count', { done, of })}</p>
      <Button onClick={() => void room.stopCountyImport()}>{t('progress.stop')}</Button>
    </section>
  )
}
