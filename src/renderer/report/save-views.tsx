import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewFormat } from '../../exchange/views/write-view.ts'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

const formats: readonly ViewFormat[] = ['xlsx', 'csv', 'fhir', 'dhis2', 'sdmx']

/** The written package in forms other programs read; nothing stands in them that does not stand in the package. */
export function SaveViews({ period }: { period: string }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const [file, setFile] = useState<OutgoingFile | null>(null)
  const make = useCommand((format: ViewFormat) => room.viewOfReport(period, format, language))
  const ask = async (format: ViewFormat) => {
    setFile(null)
    const made = await make.run(format)
    if (made !== null) setFile(made.value)
  }
  return (
    <section aria-label={t('views.title')}>
      <h3 className="report-table-title">{t('views.title')}</h3>
      <p>{t('views.what')}</p>
      <div className="report-formats">
        {formats.map((format) => (
          <Button key={format} disabled={make.running} onClick={() => void ask(format)}>
            {t(`views.${format}`)}
          </Button>
        ))}
      </div>
      <RefusalNotice refusal={make.refusal} />
      {file !== null && (
        <SaveFileButton key={file.name} file={file}>
          {t('written.saveAs', { name: file.name })}
        </SaveFileButton>
      )}
    </section>
  )
}
