import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RulesInForce } from '../../casework/unit/room-rules.ts'
import type { RoomRulesOnShow } from '../../room/contract/room-rules.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { SavedAt } from '../ui/saved-at.tsx'
import { useDraftWaiting } from '../ui/use-draft.ts'
import { draftOfRules } from './draft-of-rules.ts'

/** What the form of a panel is given. */
export interface RulesFormPlace {
  replaces: string | null
  onAdopted: () => void
  onLeft: () => void
}

/** One kind of rules: whose they are, what they say, and the form that changes them. */
export function RulesPanel({
  kind,
  rules,
  onAdopted,
  children,
  form,
}: {
  kind: Exclude<keyof RulesInForce, 'privacy' | 'outreach'>
  rules: RoomRulesOnShow
  onAdopted: () => void
  /** The rules as they stand. */
  children: ReactNode
  form: (place: RulesFormPlace) => ReactNode
}) {
  const { t } = useTranslation('room-rules')
  const { day } = useFormatTime()
  const waiting = useDraftWaiting(draftOfRules(kind))
  /** Undefined as long as nobody has begun or ended a change here: one that was being written is open then. */
  const [chosen, setEditing] = useState<boolean>()
  const [adoptedAt, setAdoptedAt] = useState<Date | null>(null)
  const editing = rules.mayAdopt && (chosen ?? waiting)
  const held = rules.adopted.find(({ value }) => value.rules.kind === kind)
  return (
    <section className="panel room-rules" aria-label={t(`${kind}.title`)}>
      <div className="room-rules-head">
        <h2 className="panel-title">{t(`${kind}.title`)}</h2>
        <SavedAt at={adoptedAt} />
        {rules.mayAdopt && !editing && (
          <Button
            icon={<EditOutlined aria-hidden />}
            aria-label={t('changeOne', { what: t(`${kind}.title`) })}
            onClick={() => setEditing(true)}
          >
            {t('change')}
          </Button>
        )}
      </div>
      <p className="quiet">{t(`${kind}.lead`)}</p>
      {held === undefined ? (
        <p className="room-rules-proposed">{t('proposed')}</p>
      ) : (
        <p>
          {t('adoptedBy', {
            who: rules.staffNames[held.value.changedBy] ?? t('somebody'),
            day: day(held.value.changedAt),
          })}
        </p>
      )}
      {editing
        ? form({
            replaces: held?.id ?? null,
            onAdopted: () => {
              setEditing(false)
              setAdoptedAt(new Date())
              onAdopted()
            },
            onLeft: () => setEditing(false),
          })
        : children}
    </section>
  )
}
