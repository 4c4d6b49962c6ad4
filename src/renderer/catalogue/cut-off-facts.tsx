import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Scale } from '../../instruments/scale.ts'
import { useLanguage } from '../locale/locale.ts'
import { useForWhom } from './for-whom.ts'
import { SourceText } from './source-text.tsx'

/** The published thresholds of a scale: from where, for whom, what follows, and who published it. */
export function CutOffFacts({
  scale: { cutOffs, direction },
  titles,
}: {
  scale: Scale
  titles: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation('catalogue')
  const [language] = useLanguage()
  const forWhom = useForWhom()
  if (cutOffs.length === 0) return null
  return (
    <>
      <dt>{t('scale.cutOffs')}</dt>
      <dd>
        <ul className="instrument-cut-offs">
          {cutOffs.map((cutOff) => (
            <li key={`${cutOff.id} ${cutOff.score} ${cutOff.sex} ${cutOff.ages?.min} ${cutOff.ages?.max}`}>
              <strong>{t(`cutOff.${direction}`, { score: cutOff.score })}</strong> {cutOff.label[language]}
              {(cutOff.sex !== null || cutOff.ages !== null) &&
                t('cutOff.only', { whom: forWhom.person(cutOff) })}
              {cutOff.next !== null && (
                <>
                  {' '}
                  {t('cutOff.next')}{' '}
                  {titles.has(cutOff.next) ? (
                    <Link to={`/catalogue/${cutOff.next}`}>{titles.get(cutOff.next)}</Link>
                  ) : (
                    cutOff.next
                  )}
                </>
              )}
              {cutOff.caveat !== null && <p className="instrument-caveat">{cutOff.caveat.label[language]}</p>}
              <SourceText>{cutOff.citation}</SourceText>
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
}
