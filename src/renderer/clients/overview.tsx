import { Button, Segmented } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ScoreHistory } from '../assessments/score-history.tsx'
import { scoreSeries } from '../assessments/score-series.ts'
import { titleOf } from '../assessments/title-of.ts'
import { useLanguage } from '../locale/locale.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useClientOnShow } from './client-context.ts'
import { Timeline } from './timeline-list.tsx'
import './overview.css'

/** Scores over time and everything that happened, on one page. */
export function Overview() {
  const { t } = useTranslation('clients')
  const navigate = useNavigate()
  const { file } = useClientOnShow()
  const clientId = file.client.id
  return (
    <>
      <section className="panel">
        <h2 className="panel-title">{t('overview.scores')}</h2>
        <Scores
          empty={
            <EmptyState
              title={t('overview.noScores.title')}
              action={
                <Button type="primary" onClick={() => void navigate(`/clients/${clientId}/assessments/new`)}>
                  {t('overview.start')}
                </Button>
              }
            >
              {t('overview.noScores.text')}
            </EmptyState>
          }
        />
      </section>
      <section className="panel">
        <h2 className="panel-title">{t('overview.timeline')}</h2>
        <Timeline />
      </section>
    </>
  )
}

function Scores({ empty }: { empty: ReactNode }) {
  const { t } = useTranslation('clients')
  const { file, shelf } = useClientOnShow()
  const [language] = useLanguage()
  const scored = useMemo(
    () =>
      shelf.entries
        .flatMap(({ questionnaire: { instrument } }) =>
          instrument.scales.map((scale) => ({
            key: `${instrument.id} ${scale.id}`,
            instrument,
            scale,
            scores: scoreSeries(file.assessments, instrument.id, scale.id),
          })),
        )
        .filter(({ scores }) => scores.length > 0)
        .sort((a, b) => b.scores.length - a.scores.length),
    [file.assessments, shelf],
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = scored.find(({ key }) => key === chosen) ?? scored[0]
  if (shown === undefined) return empty
  return (
    <>
      {scored.length > 1 && (
        <Segmented
          className="overview-choice"
          aria-label={t('overview.which')}
          value={shown.key}
          onChange={setChosen}
          options={scored.map(({ key, instrument: { id, title } }) => ({
            value: key,
            label: t(`shortTitle.${id}`, { defaultValue: titleOf({ title }, language, id) }),
          }))}
        />
      )}
      <ScoreHistory
        key={shown.key}
        title={titleOf(shown.instrument, language, shown.instrument.id)}
        clientId={file.client.id}
        scale={shown.scale}
        scores={shown.scores}
      />
    </>
  )
}
