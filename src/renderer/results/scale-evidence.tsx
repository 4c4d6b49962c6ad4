import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { InstrumentReport } from '../../casework/results/professional-report.ts'
import type { Scale } from '../../instruments/scale.ts'
import { reliablePoints } from '../../scoring/change.ts'

/** What the scores of an instrument rest on: reliability and measurement error, meaningful change, scoring and the cut-offs reached, each with its source. */
export function ScaleEvidence({
  report: { scales, lines: scored },
  language,
}: {
  report: InstrumentReport
  language: Language
}) {
  const { i18n } = useTranslation('results')
  const t = i18n.getFixedT(language, 'results')
  const errorOf = (scale: Scale, named: string): string => {
    const { reliability, reliableChange } = scale
    if (reliability !== null)
      return t('professional.reliability', {
        scale: named,
        ...reliability,
        points: Math.round((reliablePoints(scale) ?? 0) * 10) / 10,
      })
    return reliableChange === null
      ? t('professional.noReliability', { scale: named })
      : t('professional.published', { scale: named, ...reliableChange })
  }
  const nameOf = (scale: Scale) => scale.label?.[language] ?? t('professional.whole')
  /** Scales of which the same is to be said are named together. */
  const together = (say: (scale: Scale, named: string) => string | null): string[] =>
    [...Map.groupBy(scales, (scale) => say(scale, '')).values()].flatMap((alike) => {
      const [first] = alike
      return first === undefined ? [] : (say(first, alike.map(nameOf).join(t('comma'))) ?? [])
    })
  const lines = [
    ...together((scale, named) => (scale.kind === 'criteria' ? null : errorOf(scale, named))),
    ...together(({ meaningfulChange }, named) =>
      meaningfulChange === null ? null : t('professional.meaningful', { scale: named, ...meaningfulChange }),
    ),
    ...together(({ citation }, named) => t('professional.scoring', { scale: named, citation })),
    ...scales
      .flatMap(({ id: of, cutOffs }) =>
        cutOffs.filter(({ id }) =>
          scored.some(({ scale, reached }) => scale.id === of && reached.includes(id)),
        ),
      )
      .map(({ label, score, citation }) =>
        t('professional.cutOff', { label: label[language], score, citation }),
      ),
  ]
  return (
    <ul className="report-evidence" aria-label={t('professional.evidence')}>
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
