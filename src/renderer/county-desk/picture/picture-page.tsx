import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CountyPicture } from '../../../room/contract/county-desk.ts'
import { figurePeriodKindOf } from '../../../statistics/figure-period.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'
import { answered } from '../../room/answered.ts'
import { room } from '../../room/room.ts'
import { useQuery } from '../../room/use-query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Opening } from '../opening.tsx'
import { UnreadableHere } from '../unreadable-here.tsx'
import { ChoiceBar } from './choice-bar.tsx'
import { CompareView } from './compare-view.tsx'
import { HeatView } from './heat-view.tsx'
import { NumbersView } from './numbers-view.tsx'
import { OpenedPath } from './opened-path.tsx'
import {
  askedBy,
  kindsOf,
  levelBelow,
  type PictureChoice,
  periodsOfKind,
  startOf,
} from './picture-question.ts'
import { TrendView } from './trend-view.tsx'

/** The rooms added up: one table as numbers, over time, unit by unit. */
export function PicturePage() {
  const { t } = useTranslation('county-desk')
  const { data: picture, failed } = useQuery(() => room.countyPicture(), [])
  const empty = picture !== null && (picture.periods.length === 0 || picture.tables.length === 0)
  return (
    <Page title={t('place.totals')} lead={t('totals.lead')}>
      <RefusalNotice refusal={failed} />
      {picture === null && failed === null && <Opening />}
      <UnreadableHere count={picture?.unreadable ?? 0} />
      {empty && (
        <div className="panel">
          <EmptyState title={t('totals.none')} action={<Link to="/county/units">{t('totals.toUnits')}</Link>}>
            {t('totals.noneText')}
          </EmptyState>
        </div>
      )}
      {picture !== null && !empty && <Picture picture={picture} />}
    </Page>
  )
}

function Picture({ picture: { periods, tables } }: { picture: CountyPicture }) {
  const { t } = useTranslation('county-desk')
  const [chosen, setChosen] = useState<Partial<PictureChoice>>({})
  const choice = completed(chosen, tables, periods)
  if (choice === null)
    return (
      <div className="panel">
        <EmptyState title={t('totals.noPeriod')} />
      </div>
    )
  return (
    <>
      <ChoiceBar
        tables={tables}
        periods={periods}
        choice={choice}
        onChange={(change) =>
          setChosen((before) => ({
            ...before,
            ...change,
            ...(change.table ? { by: change.table.dims.map(({ id }) => id), only: null } : {}),
          }))
        }
      />
      <Looked choice={choice} onPath={(path) => setChosen((before) => ({ ...before, path }))} />
    </>
  )
}

/** What was chosen, and for the rest what is nearest to it; null when nothing came that fits the table. */
function completed(
  chosen: Partial<PictureChoice>,
  tables: CountyPicture['tables'],
  periods: readonly string[],
): PictureChoice | null {
  const table = chosen.table ?? tables[0]
  if (table === undefined) return null
  const able = kindsOf(table)
  const wanted = chosen.period === undefined ? able[0] : figurePeriodKindOf(chosen.period)
  const kind = able.find((one) => one === wanted) ?? able[0] ?? 'quarter'
  const fitting = periodsOfKind(periods, kind)
  const period = fitting.find((one) => one === chosen.period) ?? startOf(periods, kind)
  if (period === undefined) return null
  const { view = 'numbers', by = table.dims.map(({ id }) => id), only = null, path = [] } = chosen
  return { table, period, view, by, only, path }
}

function Looked({
  choice,
  onPath,
}: {
  choice: PictureChoice
  onPath: (path: PictureChoice['path']) => void
}) {
  const { t } = useTranslation('county-picture')
  const { t: desk } = useTranslation('county-desk')
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const asked = askedBy(choice)
  const { data, failed } = useQuery(
    async () => asked && (await answered(room.countyFigures(asked))),
    [JSON.stringify(asked)],
  )
  const { table, period, view, only, path } = choice
  const code = table.dims.find(({ id }) => id === only?.dim)?.codes.find((one) => one.code === only?.code)
  const name = code?.label[language] ?? desk(`unit.${table.unit}`)
  const title = [table.title[language], periodText(period), path.at(-1)?.name].filter(Boolean).join(' · ')
  const level = levelBelow(path)
  const [figure] = data?.figures ?? []
  return (
    <section className="panel">
      <h2 className="panel-title">{title}</h2>
      <OpenedPath path={path} onBack={onPath} />
      {table.unit === 'person' && !table.isStock && <p className="county-note">{t('persons')}</p>}
      <RefusalNotice refusal={failed} />
      {asked === null && <p className="county-note">{t('nothingBelow')}</p>}
      {data === null && failed === null && asked !== null && <Skeleton active title={false} />}
      {data !== null && figure === undefined && <EmptyState title={t('nothingCame')} />}
      {data !== null && figure !== undefined && asked !== null && (
        <>
          {view === 'numbers' && <NumbersView table={data.table} figure={figure} />}
          {view === 'trend' && (
            <TrendView label={title} name={name} periods={asked.periods} figures={data.figures} />
          )}
          {view === 'compare' && level !== null && (
            <CompareView
              label={title}
              name={name}
              level={level}
              figures={data.figures}
              onOpen={(unit) => onPath([...path, unit])}
            />
          )}
          {view === 'heat' && level !== null && (
            <HeatView label={title} level={level} periods={asked.periods} figures={data.figures} />
          )}
        </>
      )}
    </section>
  )
}
