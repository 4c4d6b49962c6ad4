import { useTranslation } from 'react-i18next'
import type { BoardOnShow } from '../../../room/contract/county-board.ts'
import { WideBox } from '../../charts/wide-box.tsx'
import { ColourMark } from './colour-mark.tsx'
import '../units/units.css'

const states = ['onTime', 'late', 'waiting', 'refused', 'missing', 'notDue'] as const
const colours = ['blue', 'yellow', 'orange', 'red', 'none'] as const

/** How many rooms there are of each, for the county and by township. */
export function BoardSummary({ board: { counts, townships } }: { board: BoardOnShow['board'] }) {
  const { t } = useTranslation('county-board')
  return (
    <section className="panel" aria-labelledby="board-counts">
      <h2 className="panel-title" id="board-counts">
        {t('counts', { count: counts.rooms })}
      </h2>
      <dl className="board-counts">
        {states
          .filter((state) => counts.states[state] > 0)
          .map((state) => (
            <div key={state}>
              <dt>{t(`state.${state}`)}</dt>
              <dd>{counts.states[state]}</dd>
            </div>
          ))}
      </dl>
      <dl className="board-counts">
        {colours
          .filter((colour) => colour !== 'none' || counts.colours.none > 0)
          .map((colour) => (
            <div key={colour}>
              <dt>
                <ColourMark colour={colour} />
              </dt>
              <dd>{counts.colours[colour]}</dd>
            </div>
          ))}
      </dl>
      <p className="quiet">{t('rule')}</p>
      {townships.length > 1 && (
        <details className="units-fold">
          <summary>
            {t('byTownship', { count: townships.filter(({ code }) => code !== null).length })}
          </summary>
          <WideBox label={t('byTownship', { count: townships.length })}>
            <table className="county-table board-townships">
              <thead>
                <tr>
                  <th scope="col">{t('filter.township')}</th>
                  <th scope="col">{t('roomsOf')}</th>
                  {(['onTime', 'late', 'missing'] as const).map((state) => (
                    <th key={state} scope="col">
                      {t(`state.${state}`)}
                    </th>
                  ))}
                  {colours.map((colour) => (
                    <th key={colour} scope="col">
                      <ColourMark colour={colour} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {townships.map(({ code, name, counts: of }) => (
                  <tr key={code ?? '-'}>
                    <th scope="row">{name ?? code ?? t('noTownship')}</th>
                    <td>{of.rooms}</td>
                    {(['onTime', 'late', 'missing'] as const).map((state) => (
                      <td key={state}>{of.states[state]}</td>
                    ))}
                    {colours.map((colour) => (
                      <td key={colour}>{of.colours[colour]}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </WideBox>
        </details>
      )}
    </section>
  )
}
