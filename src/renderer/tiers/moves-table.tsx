import { Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MoveOnShow } from '../../room/contract/tier-rules.ts'
import type { Tier } from '../../tiering/tier.ts'
import { TierMark } from '../clients/tier-mark.tsx'
import { useLanguage } from '../locale/locale.ts'
import { goToNextRow } from '../ui/next-row.ts'

const pageSize = 20
/** Who would be asked for less stands first. */
const order: Record<MoveOnShow['way'], number> = { down: 0, other: 1, up: 2 }

/** Everybody the rules would suggest another tier for, by file number. */
export function MovesTable({ moves }: { moves: readonly MoveOnShow[] }) {
  const { t } = useTranslation('tiers')
  const [language] = useLanguage()
  const rows = useMemo(
    () =>
      moves.toSorted(
        (a, b) => order[a.way] - order[b.way] || a.fileNumber.localeCompare(b.fileNumber, 'zh-CN'),
      ),
    [moves],
  )
  const columns: TableColumnsType<MoveOnShow> = [
    {
      title: t('moves.file'),
      width: 120,
      render: (_, { id, fileNumber }) => <Link to={`/clients/${id}`}>{fileNumber}</Link>,
    },
    { title: t('moves.from'), width: 130, render: (_, { from }) => <Suggested tier={from} /> },
    { title: t('moves.to'), width: 130, render: (_, { to }) => <Suggested tier={to} /> },
    { title: t('moves.held'), width: 130, render: (_, { held }) => <TierMark tier={held} /> },
    {
      title: t('moves.why'),
      render: (_, { begins, ends }) => (
        <ul className="moves-why">
          {begins.map(({ rule, reason }) => (
            <li key={rule}>{t('moves.begins', { reason: reason[language] })}</li>
          ))}
          {ends.map(({ rule, reason }) => (
            <li key={rule}>{t('moves.ends', { reason: reason[language] })}</li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <Table<MoveOnShow>
      size="small"
      rowKey="id"
      aria-label={t('moves.title')}
      columns={columns}
      dataSource={rows}
      onRow={() => ({ onKeyDown: goToNextRow })}
      pagination={{ pageSize, hideOnSinglePage: true, showSizeChanger: false }}
    />
  )
}

function Suggested({ tier }: { tier: Tier | null }) {
  const { t } = useTranslation('tiers')
  return tier === null ? t('moves.ranOut') : <TierMark tier={tier} />
}
