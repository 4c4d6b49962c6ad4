import { Checkbox, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { Refusal } from '../../instruments/outcome.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { showName, useShownName } from '../clients/shown-names.ts'
import { useLanguage } from '../locale/locale.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './report.css'

/** How large the print is, in percent. */
const printSizes = [100, 125, 150] as const

/** How a report is to be printed; `name` is null where only the file number is wanted. */
export interface ReportManner {
  language: Language
  size: (typeof printSizes)[number]
  name: string | null
}

/** What was chosen of a report's language, size and name, and how to choose otherwise. */
interface ReportChoice {
  manner: ReportManner
  choose: (part: Partial<Omit<ReportManner, 'name'>>) => void
  named: boolean
  withName: (wanted: boolean) => void
  /** Why the name could not be shown. */
  refusal: Refusal | null
}

/** A report begins in the language of the screen, in usual print and without the name. */
export function useReportManner(): ReportChoice {
  const [language] = useLanguage()
  const { file } = useClientOnShow()
  const [chosen, setChosen] = useState<Omit<ReportManner, 'name'>>({ language, size: 100 })
  const [named, setNamed] = useState(false)
  const name = useShownName(file.client.id)
  const show = useCommand(() => showName(file.client.id))
  return {
    manner: { ...chosen, name: named ? name : null },
    choose: (part) => setChosen((before) => ({ ...before, ...part })),
    named,
    withName: (wanted) => {
      setNamed(wanted)
      if (wanted) void show.run()
    },
    refusal: show.refusal,
  }
}

/** The fields to choose a report's manner by; what else can be chosen follows them. */
export function ReportChoices({
  choice: { manner, choose, named, withName, refusal },
  children,
}: {
  choice: ReportChoice
  children?: ReactNode
}) {
  const { t } = useTranslation('results')
  return (
    <>
      <div className="report-choices">
        <Segmented<Language>
          aria-label={t('report.language')}
          value={manner.language}
          onChange={(language) => choose({ language })}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Segmented<ReportManner['size']>
          aria-label={t('report.size')}
          value={manner.size}
          onChange={(size) => choose({ size })}
          options={printSizes.map((value) => ({ value, label: t(`report.sizes.${value}`) }))}
        />
        <Checkbox checked={named} onChange={({ target }) => withName(target.checked)}>
          {t('report.withName')}
        </Checkbox>
        {children}
      </div>
      <RefusalNotice refusal={refusal} />
    </>
  )
}
