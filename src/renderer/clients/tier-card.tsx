import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClientFile } from '../../room/contract/clients.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { Tier } from '../../tiering/tier.ts'
import { OpenProposal } from '../tiers/open-proposal.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { TierDecisionForm } from './tier-decision-form.tsx'
import { TierStandingLines } from './tier-standing-lines.tsx'
import { TierSuggestion } from './tier-suggestion.tsx'
import './tier-card.css'

/** The tier as it stands, what the rules suggest and why, and the decision, which is a person's. */
export function TierCard({ file, onDecided }: { file: ClientFile; onDecided: () => void }) {
  const { t } = useTranslation('clients')
  const { t: tTiers } = useTranslation('tiers')
  const waiting = useDraftWaiting(draftName('tierDecision', file.client.id))
  /** Undefined as long as nobody has begun or ended a decision here: one that was being written is open then. */
  const [chosen, setDeciding] = useState<{ suggested: Tier | null } | null>()
  const deciding = chosen === undefined && waiting ? { suggested: null } : (chosen ?? null)
  const [decidedAt, setDecidedAt] = useState<Date | null>(null)
  const suggested = file.suggestion?.tier ?? null
  const proposal = file.proposals.findLast(({ value }) => value.answer === null)

  const decided = () => {
    setDeciding(null)
    setDecidedAt(new Date())
    onDecided()
  }

  return (
    <section className="panel tier-card">
      <h2 className="panel-title">{t('tierCard.title')}</h2>
      <TierStandingLines file={file} />
      {file.standing !== null && (
        <p>
          <Link to={`/clients/${file.client.id}/tier/explanation`}>{tTiers('explanation.print')}</Link>
        </p>
      )}
      <TierSuggestion
        suggestion={file.suggestion}
        asOf={dayOf(new Date().toISOString())}
        assessments={file.assessments}
      />
      {proposal !== undefined && (
        <OpenProposal
          proposal={proposal}
          staffNames={file.staffNames}
          onDecide={() => setDeciding({ suggested: proposal.value.tier })}
          onAnswered={onDecided}
        />
      )}
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
