import { Button, Segmented, Select } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Instrument } from '../../instruments/instrument.ts'
import { ScoreHistory } from '../assessments/result/score-history.tsx'
import { scoreSeries } from '../assessments/score-series.ts'
import { titleOf } from '../assessments/title-of.ts'
import { useLanguage } from '../locale/locale.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useClientOnShow } from './client-context.ts'
import { Timeline } from './timeline-list.tsx'
import './overview.css'

/** More names than this do not stand beside each other. */
const widestRow = 4

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
  const { t: tAssessments } = useTranslation('assessments')
  const { file, shelf } = useClientOnShow()
  const [language] = useLanguage()
  const scored = useMemo(
    () =>
      shelf.entries
        .flatMap(({ questionnaire: { instrument } }) =>
          instrument.scales
            .filter(({ label, kind }) => kind !== 'criteria' && (label === null || !hasOwnScore(instrument)))
            // What different people say is never one line.
            .flatMap((scale) =>
              instrument.raters.map((rater) => ({
                key: `${instrument.id} ${scale.id} ${rater}`,
                instrument,
                scale,
                rater,
                scores: scoreSeries(
                  file.assessments.filter(({ value }) => value.rater.kind === rater),
                  instrument.id,
                  scale.id,
                ),
              })),
            ),
        )
        .filter(({ scores }) => scores.length > 0)
        .sort((a, b) => b.scores.length - a.scores.length),
    [file.assessments, shelf],
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = scored.find(({ key }) => key === chosen) ?? scored[0]
  if (shown === undefined) return empty
  const nameOf = ({ instrument: { id, title }, scale, rater }: (typeof scored)[number]) =>
    [
      t(`shortTitle.${id}`, { defaultValue: titleOf({ title }, language, id) }),
      ...(scale.label === null ? [] : [scale.label[language]]),
      ...(rater === 'self' ? [] : [tAssessments(`rater.${rater}`)]),
    ].join(' · ')
  const options = scored.map((one) => ({ value: one.key, label: nameOf(one) }))
  return (
    <>
      {options.length > 1 && options.length <= widestRow && (
        <Segmented
          className="overview-choice"
          aria-label={t('overview.which')}
          value={shown.key}
          onChange={setChosen}
          options={options}
        />
      )}
      {options.length > widestRow && (
        <Select
          className="overview-choice overview-choice-long"
          aria-label={t('overview.which')}
          value={shown.key}
          onChange={setChosen}
          options={options}
        />
      )}
      <ScoreHistory
        key={shown.key}
        title={nameOf(shown)}
        clientId={file.client.id}
        scale={shown.scale}
        scores={shown.scores}
      />
    </>
  )
}

const hasOwnScore = ({ scales }: Instrument): boolean => scales.some(({ label }) => label === null)
