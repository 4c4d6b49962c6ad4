import { useTranslation } from 'react-i18next'
import type { Scale } from '../../instruments/scale.ts'
import { SourceText } from './source-text.tsx'

/** What has been published about changes between two scores. */
export function ChangeFacts({ scale: { reliability, reliableChange, meaningfulChange } }: { scale: Scale }) {
  const { t } = useTranslation('catalogue')
  return (
    <>
      {reliability !== null && (
        <>
          <dt>{t('change.reliability')}</dt>
          <dd>
            {t('change.reliabilityText', { coefficient: reliability.coefficient, sd: reliability.sd })}{' '}
            <SourceText>{reliability.citation}</SourceText>
          </dd>
        </>
      )}
      {reliableChange !== null && (
        <>
          <dt>{t('change.reliable')}</dt>
          <dd>
            {t('change.reliableText', { points: reliableChange.points })}{' '}
            <SourceText>{reliableChange.citation}</SourceText>
          </dd>
        </>
      )}
      {meaningfulChange !== null && (
        <>
          <dt>{t('change.meaningful')}</dt>
          <dd>
            {t('change.meaningfulText', { points: meaningfulChange.points })}{' '}
            <SourceText>{meaningfulChange.citation}</SourceText>
          </dd>
        </>
      )}
    </>
  )
}
