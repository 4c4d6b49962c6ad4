import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisStepKind } from '../../casework/crisis/crisis-course.ts'
import type { CrisisNext } from '../../casework/crisis/crisis-standing.ts'
import type { CrisisOnShow } from '../../room/contract/crisis.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { SavedAt } from '../ui/saved-at.tsx'
import { draftName } from '../ui/use-draft.ts'
import { StepForm } from './step-form.tsx'

/** The step that does what is due next. */
const doing: Record<CrisisNext['what'], CrisisStepKind> = {
  interview: 'interviewed',
  level: 'levelSet',
  action: 'acted',
  acceptance: 'accepted',
  followUp: 'followedUp',
}

/** What can be entered now, what is due first; one that was being written is open. */
export function StepChoice({
  onShow,
  colleagues,
  onTaken,
  onStale,
}: {
  onShow: CrisisOnShow
  colleagues: { id: string; name: string }[]
  onTaken: () => void
  onStale: () => void
}) {
  const { t } = useTranslation('crisis')
  const title = useId()
  const { id, value } = onShow.episode
  const drafts = useQuery(() => room.drafts(), [])
  const [chosen, setChosen] = useState<CrisisStepKind | null>()
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const { open, standing, missed } = onShow
  const waiting = open.find((kind) =>
    drafts.data?.some(({ form }) => form === draftName('crisis', value.clientId, id, kind)),
  )
  const kind = chosen === undefined ? (waiting ?? null) : chosen
  const first = missed !== null ? 'escalated' : standing.next === null ? null : doing[standing.next.what]
  if (open.length === 0) return null

  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('page.enter')}
      </h2>
      <p className="quiet">{t('page.enterHint')}</p>
      <div className="crisis-choices">
        {open.map((one) => (
          <Button
            key={one}
            type={one === first && kind === null ? 'primary' : 'default'}
            aria-expanded={one === kind}
            onClick={() => setChosen(one === kind ? null : one)}
          >
            {t(`take.${one}`)}
          </Button>
        ))}
        <SavedAt at={savedAt} />
      </div>
      {kind !== null && open.includes(kind) && (
        <StepForm
          key={kind}
          kind={kind}
          onShow={onShow}
          colleagues={colleagues}
          onStale={onStale}
          onCancel={() => setChosen(null)}
          onTaken={() => {
            setChosen(null)
            setSavedAt(new Date())
            onTaken()
          }}
        />
      )}
    </section>
  )
}
