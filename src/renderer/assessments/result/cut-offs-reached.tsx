import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Scale } from '../../../instruments/scale.ts'
import type { About } from '../../../instruments/vectors.ts'
import { questionnaireOn, useClientOnShow } from '../../clients/client-context.ts'
import { useLanguage } from '../../locale/locale.ts'
import { startLink } from '../start-link.ts'
import { titleOf } from '../title-of.ts'
import { wayOf } from '../ways.ts'
import { variantReached } from './variant-reached.ts'

/** The cut-offs a score reaches: what each says, its source, what has to be said with it, and the published next step. */
export function CutOffsReached({
  scale,
  assessment,
  about,
  score,
}: {
  scale: Scale
  assessment: Assessment
  about: About
  score: number
}) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const { shelf } = useClientOnShow()
  const { result, clientId } = assessment
  const reached = (result?.reached?.[scale.id] ?? []).flatMap((id) => {
    const one = variantReached(scale, id, score, about)
    return one === undefined ? [] : [one]
  })
  if (reached.length === 0) return null
  const notes = (result?.notes ?? []).filter(({ at }) => at === scale.id).map(({ code }) => code)
  return (
    <ul className="cut-offs">
      {reached.map((cutOff) => {
        const next = cutOff.next === null ? undefined : questionnaireOn(shelf, cutOff.next)?.instrument
        return (
          <li key={cutOff.id}>
            <strong>{cutOff.label[language]}</strong>{' '}
            {scale.kind !== 'criteria' && (
              <span className="quiet">{t(`cutOff.${scale.direction}`, { score: cutOff.score })}</span>
            )}
            <details className="quiet">
              <summary>{t('cutOff.source')}</summary>
              <span lang="en">{cutOff.citation}</span>
            </details>
            {notes.includes('CAVEAT') && cutOff.caveat !== null && (
              <p className="start-caution">{cutOff.caveat.label[language]}</p>
            )}
            {next !== undefined && (
              <Link to={startLink(clientId, [next.id], wayOf(assessment))}>
                {t('cutOff.next', { title: titleOf(next, language, next.id) })}
              </Link>
            )}
          </li>
        )
      })}
      {notes.includes('SEX_UNKNOWN') && <li className="quiet">{t('cutOff.sexUnknown')}</li>}
      {notes.includes('AGE_UNKNOWN') && <li className="quiet">{t('cutOff.ageUnknown')}</li>}
    </ul>
  )
}
