import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchOnShow, ImportedOnShow } from '../../../room/contract/county-import.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SaveReceipts } from '../save-statement.tsx'
import { FilesTable } from './files-table.tsx'
import { ImportProgressPanel } from './import-progress.tsx'

/** Many files that were read: what would become of each, then what became of them. */
export function ManyPackages({
  batch,
  onTaken,
  onClose,
}: {
  batch: BatchOnShow
  onTaken: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('county-import')
  const title = useId()
  const [taken, setTaken] = useState<ImportedOnShow[] | null>(null)
  const take = useCommand(() => room.takeCountyImport())
  const unsound = batch.files.filter(({ outcome, period }) => outcome === 'refused' && period === null)
  const accept = async () => {
    const imported = await take.run()
    // What could not be read was refused before.
    if (imported !== null) setTaken([...imported.value.files, ...unsound])
    onTaken()
  }
  const close = () => {
    void room.closeCountyImport()
    onClose()
  }
  if (take.running) return <ImportProgressPanel />
  const files = taken ?? batch.files
  const fresh = files.filter(({ outcome }) => outcome === 'new')
  const senders = [...new Set(fresh.flatMap(({ unit }) => unit ?? []))]
  const left = files.filter(({ outcome }) => outcome === 'left').length
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t(taken === null ? 'preview.title' : 'result.title')}
      </h2>
      <RefusalNotice refusal={take.refusal} />
      {taken === null ? (
        <p>{t(fresh.length === 0 ? 'preview.nothing' : 'preview.lead')}</p>
      ) : (
        <Alert
          role="status"
          type={left > 0 ? 'warning' : 'success'}
          showIcon
          title={t(left > 0 ? 'result.stopped' : 'result.done', { count: fresh.length, left })}
          action={senders.length > 0 && <SaveReceipts units={senders} />}
        />
      )}
      {batch.left > 0 && (
        <Alert type="warning" showIcon title={t('preview.tooMany', { count: batch.left })} />
      )}
      <div className="county-buttons">
        {taken === null && fresh.length + waitingIn(files) > 0 && (
          <Button type="primary" onClick={() => void accept()}>
            {fresh.length > 0 ? t('preview.take', { count: fresh.length }) : t('preview.keep')}
          </Button>
        )}
        <Button onClick={close}>{t(taken === null ? 'preview.notNow' : 'result.close')}</Button>
      </div>
      <FilesTable files={files} titles={batch.titles} tense={taken === null ? 'preview' : 'result'} />
    </section>
  )
}

const waitingIn = (files: readonly ImportedOnShow[]): number =>
  files.filter(({ outcome, waited }) => outcome === 'waiting' && !waited).length
