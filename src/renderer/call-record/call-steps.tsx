import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOnShow, HotlineRules } from '../../room/contract/hotline.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName } from '../ui/use-draft.ts'
import { ReviewForm } from './review-form.tsx'
import type { EnteredKind } from './step-entry.ts'
import { StepForm } from './step-form.tsx'
import { TransferForm } from './transfer-form.tsx'

type Offered = EnteredKind | 'reviewed' | 'transferred'

/** In the order in which whoever looks after a call needs them. */
const order: readonly Offered[] = [
  'accepted',
  'followedUp',
  'acted',
  'disclosed',
  'levelSet',
  'planned',
  'handedOver',
  'consulted',
  'escalated',
  'approved',
  'transferred',
  'added',
  'reviewed',
  'declined',
  'closed',
  'reopened',
]

/** What is most likely to come next, by what the call waits for. */
function first({ open, followUps, closing, standing }: CallOnShow): Offered | null {
  const wanted: Offered[] = [
    'accepted',
    ...(followUps.some(({ late }) => late !== null) ? (['followedUp'] as const) : []),
    ...(standing.toldAgain ? (['levelSet'] as const) : []),
    ...(closing.some(({ code }) => code === 'HAND_OVER_NEEDED') ? (['handedOver'] as const) : []),
    ...(closing.length === 0 ? (['closed'] as const) : []),
  ]
  return wanted.find((kind) => open.includes(kind)) ?? null
}

/** What can be entered of a call now, what is due first; one that was being written is open. */
export function CallSteps({
  onShow,
  rules,
  onTaken,
}: {
  onShow: CallOnShow
  rules: HotlineRules['rules']
  onTaken: () => void
}) {
  const { t } = useTranslation('call-record')
  const title = useId()
  const { id } = onShow.call
  const drafts = useQuery(() => room.drafts(), [])
  const [chosen, setChosen] = useState<Offered | null>()
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const offered = order.filter((kind) => onShow.open.includes(kind))
  const waiting = offered.find((kind) =>
    drafts.data?.some(({ form }) => form === draftName('callStep', id, kind)),
  )
  const kind = chosen === undefined ? (waiting ?? null) : chosen
  const due = first(onShow)
  if (offered.length === 0) return null
  const taken = () => {
    setChosen(null)
    setSavedAt(new Date())
    onTaken()
  }
  const form = { onShow, rules, onTaken: taken, onStale: onTaken, onCancel: () => setChosen(null) }
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('enter.title')}
      </h2>
      <p className="quiet">{t('enter.hint')}</p>
      <div className="crisis-choices">
        {offered.map((one) => (
          <Button
            key={one}
            type={one === due && kind === null ? 'primary' : 'default'}
            aria-expanded={one === kind}
            onClick={() => setChosen(one === kind ? null : one)}
          >
            {t(`take.${one}`)}
          </Button>
        ))}
        <SavedAt at={savedAt} />
      </div>
      {kind !== null && offered.includes(kind) && <StepEntry key={kind} kind={kind} {...form} />}
    </section>
  )
}

function StepEntry({
  kind,
  ...form
}: {
  kind: Offered
  onShow: CallOnShow
  rules: HotlineRules['rules']
  onTaken: () => void
  onStale: () => void
  onCancel: () => void
}) {
  if (kind === 'reviewed') return <ReviewForm {...form} />
  if (kind === 'transferred') return <TransferForm {...form} />
  return <StepForm kind={kind} {...form} />
}
