import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientFile } from '../../room/contract/clients.ts'
import type { Tier } from '../../tiering/tier.ts'
import { SavedAt } from '../ui/saved-at.tsx'
import { TierDecisionForm } from './tier-decision-form.tsx'
import { TierStandingLines } from './tier-standing-lines.tsx'
import { TierSuggestion } from './tier-suggestion.tsx'
import './tier-card.css'

/** The tier as it stands, what the rules suggest and why, and the decision, which is a person's. */
export function TierCard({ file, onDecided }: { file: ClientFile; onDecided: () => void }) {
  const { t } = useTranslation('clients')
  const [deciding, setDeciding] = useState<{ suggested: Tier | null } | null>(null)
  const [decidedAt, setDecidedAt] = useState<Date | null>(null)
  const suggested = file.suggestion?.tier ?? null

  const decided = () => {
    setDeciding(null)
    setDecidedAt(new Date())
    onDecided()
  }

  return (
    <section className="panel tier-card">
      <h2 className="panel-title">{t('tierCard.title')}</h2>
      <TierStandingLines file={file} />
      <TierSuggestion suggestion={file.suggestion} assessments={file.assessments} />
      {deciding === null ? (
        <div className="tier-card-actions">
          {suggested !== null && (
            <Button type="primary" onClick={() => setDeciding({ suggested })}>
              {t('tierCard.confirm')}
            </Button>
          )}
          <Button onClick={() => setDeciding({ suggested: null })}>
            {t(suggested === null ? 'tierCard.decide' : 'tierCard.other')}
          </Button>
          <SavedAt at={decidedAt} />
        </div>
      ) : (
        <TierDecisionForm
          clientId={file.client.id}
          current={file.standing?.tier ?? null}
          suggested={deciding.suggested}
          onDecided={decided}
          onCancel={() => setDeciding(null)}
        />
      )}
    </section>
  )
}
