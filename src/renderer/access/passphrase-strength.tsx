import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'

const steps = [1, 2, 3, 4] as const

/** How well a passphrase would hold, as a bar and in words, with the hint that helps most. */
export function PassphraseStrengthMeter({
  passphrase,
  known,
}: {
  passphrase: string
  known: readonly string[]
}) {
  const { t, i18n } = useTranslation('access')
  const judged = useDeferredValue(passphrase)
  const { data } = useQuery(
    async () => (judged === '' ? null : await room.passphraseStrength(judged, [...known])),
    [judged, ...known],
  )
  const hint = data?.hint ?? null
  return (
    <div className="strength" role="status">
      <span className="strength-bar" aria-hidden>
        {steps.map((step) => (
          <span key={step} className={data !== null && data.score >= step ? `strength-${data.score}` : ''} />
        ))}
      </span>
      <span>{data === null ? t('strength.none') : t(`strength.${data.score}`)}</span>
      {hint !== null && i18n.exists(`hint.${hint}`, { ns: 'access' }) && (
        <span className="strength-hint">{t(`hint.${hint}`)}</span>
      )}
    </div>
  )
}
