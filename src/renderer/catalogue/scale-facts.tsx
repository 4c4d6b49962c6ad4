import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../instruments/instrument.ts'
import type { Scale } from '../../instruments/scale.ts'
import { useLanguage } from '../locale/locale.ts'
import { ChangeFacts } from './change-facts.tsx'
import { CutOffFacts } from './cut-off-facts.tsx'
import { itemNumbers } from './item-numbers.ts'
import { SourceText } from './source-text.tsx'

/** How answers become scores and what has been published about them. */
export function ScaleFacts({
  instrument,
  titles,
}: {
  instrument: Instrument
  titles: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation('catalogue')
  const { missing, scales, kind } = instrument
  if (scales.length === 0)
    return kind === 'observation' ? null : (
      <section className="panel">
        <h2 className="panel-title">{t('scoring.title')}</h2>
        <p className="quiet">{t('scoring.none')}</p>
      </section>
    )
  return (
    <section className="panel">
      <h2 className="panel-title">{t('scoring.title')}</h2>
      <p className="instrument-missing">
        <strong>{t('scoring.missing')}</strong>{' '}
        {missing.rule === 'noScore'
          ? t('missing.noScore')
          : t(`missing.${missing.rule}`, { count: missing.atMost })}
      </p>
      {scales.map((scale) => (
        <OneScale key={scale.id} scale={scale} instrument={instrument} titles={titles} />
      ))}
    </section>
  )
}

function OneScale({
  scale,
  instrument,
  titles,
}: {
  scale: Scale
  instrument: Instrument
  titles: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const [language] = useLanguage()
  const { bands, range, direction, citation } = scale
  const reversed = 'reverse' in scale ? scale.reverse : []
  return (
    <article className="instrument-scale">
      <h3>
        {scale.label?.[language] ?? t('scale.whole')} <span className="quiet">{t('scale.range', range)}</span>
      </h3>
      <dl className="facts">
        <dt>{t('scale.items')}</dt>
        <dd>
          {t('scale.itemNumbers', { items: itemNumbers(scale.items, t('listed')) })}
          {reversed.length > 0 && ` ${t('scale.reversed', { items: itemNumbers(reversed, t('listed')) })}`}
        </dd>
        <dt>{t('scale.how')}</dt>
        <dd>
          <How scale={scale} instrument={instrument} />
        </dd>
        <dt>{t('scale.direction')}</dt>
        <dd>{tAssessments(`direction.${direction}`)}</dd>
        {bands.length > 0 && (
          <>
            <dt>{t('scale.bands')}</dt>
            <dd>
              <ul className="instrument-bands">
                {bands.map(({ id, min, max, label }) => (
                  <li key={id}>
                    <span>{min === max ? min : `${min}–${max}`}</span> {label[language]}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <CutOffFacts scale={scale} titles={titles} />
        <ChangeFacts scale={scale} />
        <dt>{t('scale.source')}</dt>
        <dd>
          <SourceText>{citation}</SourceText>
        </dd>
      </dl>
    </article>
  )
}

function How({ scale, instrument }: { scale: Scale; instrument: Instrument }) {
  const { t } = useTranslation('catalogue')
  const [language] = useLanguage()
  switch (scale.kind) {
    case 'sum':
    case 'mean':
      return scale.factor === 1
        ? t(`how.${scale.kind}`)
        : t(`how.${scale.kind}Times`, { factor: scale.factor })
    case 'count':
      return t('how.count', { values: scale.values.join(t('listed')) })
    case 'criteria':
      return t('how.criteria', {
        all: scale.all
          .map(({ scale: id, atLeast }) =>
            t('how.criterion', {
              scale: instrument.scales.find((one) => one.id === id)?.label?.[language] ?? t('scale.whole'),
              atLeast,
            }),
          )
          .join(t('listed')),
      })
    default:
      return t(`how.${scale.kind}`)
  }
}
