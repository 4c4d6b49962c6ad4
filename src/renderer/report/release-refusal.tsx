import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Refusal } from '../../instruments/outcome.ts'
import { useLanguage } from '../locale/locale.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'
import { tableTitle } from './table-titles.ts'

/** Why a report was not made: which table stood in the way, in words, and that nothing is lost. */
export function ReleaseRefusal({ refusal, action }: { refusal: Refusal | null; action?: ReactNode }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const text = useRefusalText()
  if (refusal === null) return null
  // Tables that hang together are named together.
  const titles = (refusal.at ?? '').split(' ').flatMap((id) => tableTitle(id, language) ?? [])
  const between = new Intl.ListFormat(language, { type: 'unit' })
  const title =
    titles.length === 0
      ? text(refusal)
      : t('refused.table', { table: between.format(titles), why: text(refusal) })
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={title}
      description={t('refused.nothingLost')}
      action={
        refusal.code === 'FACTS_DISAGREE' ? <Link to="/statistics">{t('refused.toCheck')}</Link> : action
      }
    />
  )
}
