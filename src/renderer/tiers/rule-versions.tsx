import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TierRulesOnShow } from '../../room/contract/tier-rules.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Every version this room adopted, newest first, down to the proposal; each can be begun from again. */
export function RuleVersions({
  rules: { shipped, adopted, staffNames },
  onBegin,
}: {
  rules: TierRulesOnShow
  onBegin: ((base: string) => void) | null
}) {
  const { t } = useTranslation('tiers')
  const { dayTime } = useFormatTime()
  if (adopted.length === 0) return null
  const begin = (base: string, version: string) =>
    onBegin !== null && (
      <Button size="small" aria-label={t('versions.beginFrom', { version })} onClick={() => onBegin(base)}>
        {t('versions.begin')}
      </Button>
    )
  return (
    <section className="panel" aria-label={t('versions.title')}>
      <h2 className="panel-title">{t('versions.title')}</h2>
      <ol className="rule-versions">
        {adopted.map(({ id, value: { ruleSet, adoptedBy, adoptedAt, because, moves, replaces } }, place) => (
          <li key={id}>
            <p>
              <strong>{ruleSet.version}</strong>{' '}
              {t('versions.line', {
                who: staffNames[adoptedBy] ?? t('somebody'),
                at: dayTime(adoptedAt),
                before: replaces.version,
              })}{' '}
              {place > 0 && begin(id, ruleSet.version)}
            </p>
            <blockquote className="rules-because">{because}</blockquote>
            <p>{t('versions.moves', moves)}</p>
          </li>
        ))}
        <li>
          <p>
            <strong>{shipped.version}</strong> {t('versions.shipped')} {begin('shipped', shipped.version)}
          </p>
        </li>
      </ol>
    </section>
  )
}
