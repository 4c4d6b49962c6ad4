import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import type { ReleasedReport } from '../../room/contract/report.ts'
import { WideBox } from '../charts/wide-box.tsx'
import { usePeriodText } from '../exchange/period-text.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Everything this room ever reported, the newest first, and each file once more for whoever needs it. */
export function ReleasedReports({ reports }: { reports: readonly ReleasedReport[] }) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  const { day } = useFormatTime()
  const [file, setFile] = useState<OutgoingFile | null>(null)
  const fetched = useCommand((period: string) => room.storedReport(period))
  const fetchAgain = async (period: string) => {
    setFile(null)
    const done = await fetched.run(period)
    if (done !== null) setFile(done.value.file)
  }
  return (
    <section className="panel" aria-label={t('ledger.title')}>
      <h2 className="panel-title">{t('ledger.title')}</h2>
      <WideBox label={t('ledger.title')}>
        <table className="plain-table report-ledger">
          <thead>
            <tr>
              {(['seq', 'period', 'writtenAt', 'withheld', 'receipt', 'sha256'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`ledger.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {reports.map((one) => (
              <tr key={one.seq}>
                <td>{one.seq}</td>
                <th scope="row">{periodText(one.period)}</th>
                <td>{day(one.writtenAt)}</td>
                <td>{t('ledger.cells', { count: one.cells, withheld: one.withheld })}</td>
                <td>
                  {one.receivedAt === null
                    ? t('ledger.noReceipt')
                    : t('ledger.received', { at: day(one.receivedAt) })}
                </td>
                <td className="report-sha" title={one.sha256}>
                  {one.sha256.slice(0, 12)}…
                </td>
                <td>
                  <Button size="small" disabled={fetched.running} onClick={() => void fetchAgain(one.period)}>
                    {t('ledger.getAgain')}
                    <span className="visually-hidden">{periodText(one.period)}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideBox>
      <RefusalNotice refusal={fetched.refusal} />
      {file !== null && (
        <SaveFileButton key={file.name} file={file} primary>
          {t('written.saveAs', { name: file.name })}
        </SaveFileButton>
      )}
    </section>
  )
}
