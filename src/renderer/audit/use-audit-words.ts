import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { auditActions, auditDetails } from '../../casework/records/audit-entry.ts'

/** Sorts of records that have a word of their own; any other is a "record". */
const tables = [
  'clients',
  'consents',
  'assessments',
  'criticalAlerts',
  'tierDecisions',
  'paperScores',
  'retestPlans',
  'batteries',
  'hotlineCalls',
  'callTransfers',
  'disclosures',
  'campaigns',
  'surveyResponses',
  'libraryEntries',
  'roomSettings',
  'unitProfile',
  'unitKeys',
  'enrolledCards',
  'sentPackages',
  'receivedPackages',
  'sentMerges',
  'receivedMerges',
  'writtenCampaigns',
  'receivedCounts',
  'handedInCounts',
  'refusedFiles',
  'reviewTexts',
  'refusedBytes',
  'facts',
  'backups',
  'audit',
] as const

const columns = ['number', 'at', 'who', 'enteredBy', 'action', 'table', 'object', 'count', 'detail'] as const

const isKnown = (table: string): table is (typeof tables)[number] => tables.some((known) => known === table)

/** What is done, to what, and what more is said of it, in the reader's language; on the screen and in the file. */
export function useAuditWords() {
  const { t } = useTranslation('audit')
  return useMemo(() => {
    const table = (name: string) => t(isKnown(name) ? `table.${name}` : 'table.other')
    const action = (name: (typeof auditActions)[number]) => t(`action.${name}`)
    const detail = (name: (typeof auditDetails)[number]) => t(`detail.${name}`)
    const words: Record<string, string> = { unreadable: t('unreadable') }
    for (const name of auditActions) words[name] = action(name)
    for (const name of tables) words[name] = table(name)
    for (const name of auditDetails) words[name] = detail(name)
    return { table, action, detail, labels: { headings: columns.map((name) => t(`column.${name}`)), words } }
  }, [t])
}
