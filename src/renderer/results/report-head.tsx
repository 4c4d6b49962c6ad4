import { useTranslation } from 'react-i18next'
import { useClientOnShow } from '../clients/client-context.ts'
import { useSession } from '../room/session.tsx'
import { formatTimeIn } from '../ui/format-time.ts'
import type { ReportManner } from './report-choices.tsx'

/** Whose report it is, from whom and of which day: under the file number, and the name only if wanted. */
export function ReportHead({
  title,
  manner: { language, name },
  printedAt,
}: {
  title: string
  manner: ReportManner
  printedAt: Date
}) {
  const { i18n } = useTranslation('results')
  const t = i18n.getFixedT(language, 'results')
  const { unit } = useSession()
  const { file } = useClientOnShow()
  const { fileNumber, sex } = file.client.value
  const about = [
    ...(sex === null ? [] : [t(`report.sex.${sex}`)]),
    ...(file.age === null ? [] : [t('report.age', { age: file.age })]),
  ].join(' · ')
  const facts: [string, string][] = [
    [t('report.unit'), unit.name],
    [t('report.fileNumber'), fileNumber],
    ...(name === null ? [] : [[t('report.name'), name] satisfies [string, string]]),
    ...(about === '' ? [] : [[t('report.about'), about] satisfies [string, string]]),
  ]
  return (
    <header>
      <h2>{title}</h2>
      <dl className="report-facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
        <div>
          <dt>{t('report.printedAt', { day: formatTimeIn(language).day(printedAt) })}</dt>
        </div>
      </dl>
    </header>
  )
}
