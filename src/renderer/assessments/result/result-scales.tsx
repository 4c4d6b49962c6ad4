import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assessment, isSameSide } from '../../../casework/assessments/assessment.ts'
import type { Stored } from '../../../casework/records/record.ts'
import type { Questionnaire } from '../../../instruments/questionnaire.ts'
import type { Scale } from '../../../instruments/scale.ts'
import type { About } from '../../../instruments/vectors.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import { useLanguage } from '../../locale/locale.ts'
import { scoreSeries } from '../score-series.ts'
import { titleOf } from '../title-of.ts'
import { ScaleResult } from './scale-result.tsx'
import { ScalesTable } from './scales-table.tsx'
import { ScoreHistory } from './score-history.tsx'

/** The scores of one assessment: the instrument's own score at length, the scales within it in a table. */
export function ResultScales({
  questionnaire: { instrument },
  assessment,
  about,
}: {
  questionnaire: Questionnaire
  assessment: Stored<Assessment>
  about: About
}) {
  const { file } = useClientOnShow()
  const { result, rater } = assessment.value
  const scored = instrument.scales.filter(({ id }) => id in (result?.scores ?? {}))
  // What different people say is set side by side elsewhere, never drawn as one line.
  const alike = file.assessments.filter(({ value }) => isSameSide(value.rater, rater))
  const main = scored.length === 1 ? scored : scored.filter(({ label }) => label === null)
  const parts = scored.filter((scale) => !main.includes(scale))
  const shared = { instrument, assessment, about, all: alike }
  return (
    <>
      {main.map((scale) => (
        <ScaleResult key={scale.id} scale={scale} {...shared} />
      ))}
      {parts.length > 0 && <PartsResult scales={parts} {...shared} />}
    </>
  )
}

function PartsResult({
  instrument,
  scales,
  assessment,
  about,
  all,
}: Omit<Parameters<typeof ScaleResult>[0], 'scale'> & { scales: Scale[] }) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const [chosen, setChosen] = useState(scales[0]?.id)
  const scale = scales.find(({ id }) => id === chosen)
  const nameOf = ({ label }: Scale) => label?.[language] ?? titleOf(instrument, language, instrument.id)
  const scores = scale === undefined ? [] : scoreSeries(all, instrument.id, scale.id)
  return (
    <section className="panel" aria-label={t('parts.title')}>
      <h2 className="panel-title">{t('parts.title')}</h2>
      <ScalesTable instrument={instrument} scales={scales} assessment={assessment} about={about} all={all} />
      {scale !== undefined && scores.length > 1 && (
        <>
          <div className="parts-history">
            <h3 id="parts-history">{t('history.title')}</h3>
            <Select
              aria-labelledby="parts-history"
              value={scale.id}
              onChange={setChosen}
              options={scales
                .filter(({ kind }) => kind !== 'criteria')
                .map((one) => ({ value: one.id, label: nameOf(one) }))}
            />
          </div>
          <ScoreHistory
            title={nameOf(scale)}
            clientId={assessment.value.clientId}
            scale={scale}
            scores={scores}
          />
        </>
      )}
    </section>
  )
}
