import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ShelfEntry } from '../../room/contract/library.ts'
import { titleOf } from '../assessments/title-of.ts'
import { useLanguage } from '../locale/locale.ts'
import { minutesFor } from '../questionnaire/minutes.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'
import { goToNextRow } from '../ui/next-row.ts'
import { useForWhom } from './for-whom.ts'
import { SignedInLine } from './signed-in-line.tsx'
import { StandingLine } from './standing-line.tsx'

/** One row an instrument; the arrow keys go from row to row. */
export function CatalogueTable({
  entries,
  staffNames,
}: {
  entries: ShelfEntry[]
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const [language] = useLanguage()
  const navigate = useNavigate()
  const forWhom = useForWhom()

  const columns: TableColumnsType<ShelfEntry> = [
    {
      title: t('column.instrument'),
      render: (_, { questionnaire: { instrument } }) => (
        <>
          <Link to={`/catalogue/${instrument.id}`}>{titleOf(instrument, language, instrument.id)}</Link>
          <span className="catalogue-under">
            {instrument.id}
            {instrument.kind === 'observation' && ` · ${t('observation')}`}
          </span>
        </>
      ),
    },
    {
      title: t('column.forWhom'),
      width: 190,
      render: (_, { questionnaire: { instrument } }) => (
        <>
          {forWhom.raters(instrument)}
          <span className="catalogue-under">{forWhom.ages(instrument.ages)}</span>
        </>
      ),
    },
    {
      title: t('column.length'),
      width: 110,
      render: (_, { questionnaire: { instrument } }) => (
        <>
          {tAssessments('facts.items', { count: instrument.items.length })}
          <span className="catalogue-under">
            {tAssessments('facts.minutes', { count: minutesFor(instrument.items.length) })}
          </span>
        </>
      ),
    },
    {
      title: t('column.languages'),
      width: 170,
      render: (_, { questionnaire: { instrument } }) =>
        instrument.languages.map((one) => (
          <span key={one} className="catalogue-language">
            {tAssessments(`language.${one}`)} <UnofficialMark instrument={instrument} language={one} />
          </span>
        )),
    },
    {
      title: t('column.terms'),
      width: 190,
      render: (_, { questionnaire: { instrument } }) => tAssessments(`terms.class.${instrument.terms.class}`),
    },
    {
      title: t('column.standing'),
      width: 220,
      render: (_, entry) => (
        <>
          <StandingLine entry={entry} />
          <SignedInLine entry={entry} staffNames={staffNames} />
        </>
      ),
    },
  ]

  return (
    <Table
      size="small"
      rowKey={({ questionnaire }) => questionnaire.instrument.id}
      columns={columns}
      dataSource={entries}
      pagination={false}
      onRow={({ questionnaire }) => ({
        // A click on the link has gone there already.
        onClick: (event) =>
          void (event.defaultPrevented || navigate(`/catalogue/${questionnaire.instrument.id}`)),
        onKeyDown: goToNextRow,
      })}
    />
  )
}
