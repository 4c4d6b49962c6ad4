import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CountyPicture } from '../../room/contract/county-desk.ts'
import { periodKindOf } from '../../statistics/period.ts'
import { WideBox } from '../charts/wide-box.tsx'
import { usePeriodText } from '../exchange/period-text.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { Opening } from './opening.tsx'
import { UnreadableHere } from './unreadable-here.tsx'
import { WaitingPackages } from './waiting-packages.tsx'

/** Which room has reported which period. */
export function ReportedPage() {
  const { t } = useTranslation('county-desk')
  const { data: picture, failed } = useQuery(() => room.countyPicture(), [])
  return (
    <Page title={t('place.reported')} lead={t('reported.lead')}>
      <RefusalNotice refusal={failed} />
      {picture === null && failed === null && <Opening />}
      <UnreadableHere count={picture?.unreadable ?? 0} />
      <WaitingPackages packages={picture?.waiting ?? []} />
      {picture !== null && (
        <div className="panel">
          {picture.reported.length === 0 || picture.periods.length === 0 ? (
            <EmptyState
              title={t('reported.none')}
              action={
                <Link to={picture.reported.length === 0 ? '/county/units' : '/county/import'}>
                  {t(picture.reported.length === 0 ? 'reported.toUnits' : 'reported.toImport')}
                </Link>
              }
            >
              {t('reported.noneText')}
            </EmptyState>
          ) : (
            <WideBox label={t('place.reported')}>
              <Grid picture={picture} />
            </WideBox>
          )}
        </div>
      )}
    </Page>
  )
}

function Grid({ picture }: { picture: CountyPicture }) {
  const { t } = useTranslation('county-desk')
  const periodText = usePeriodText()
  const periods = (['month', 'quarter'] as const).flatMap((kind) =>
    picture.periods.filter((period) => periodKindOf(period) === kind),
  )
  return (
    <table className="county-table county-reported">
      <thead>
        <tr>
          <th scope="col">{t('reported.unit')}</th>
          {periods.map((period) => (
            <th key={period} scope="col">
              {periodText(period)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picture.reported.map(({ unit, periods: sent }) => (
          <tr key={unit.code}>
            <th scope="row">{unit.name}</th>
            {periods.map((period) => (
              <td key={period}>
                {sent.includes(period) ? (
                  <span className="county-yes">
                    <span aria-hidden>●</span> {t('reported.yes')}
                  </span>
                ) : (
                  <span className="county-no">
                    <span aria-hidden>○</span> {t('reported.no')}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
