import { Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done } from '../../instruments/outcome.ts'
import type { CardOnShow } from '../../room/contract/exchange.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CardFacts } from './card-facts.tsx'
import { TakeKeyChange } from './take-key-change.tsx'

const maxBytes = 20_000

interface ReadFile {
  bytes: Uint8Array
  shown: CardOnShow
}

/** Takes a unit's card in three steps: choose the file, compare its digits aloud, accept. */
export function AcceptCard({
  from,
  primary = false,
  onAccepted,
}: {
  from: 'room' | 'county' | 'above' | 'below'
  /** This is what the page is for at the moment. */
  primary?: boolean
  onAccepted: () => void
}) {
  const { t } = useTranslation('exchange')
  const title = useId()
  const [read, setRead] = useState<ReadFile | null>(null)
  const [compared, setCompared] = useState(false)
  const [accepted, setAccepted] = useState<string | null>(null)
  const choose = useCommand(async () => {
    const chosen = await desktop.openFile(['anxin-card'], maxBytes)
    if (!chosen.ok) return chosen
    if (chosen.value === null) return done(null)
    const { bytes } = chosen.value
    const card = await room.readCard(bytes)
    return card.ok ? done({ bytes, shown: card.value }) : card
  })
  const accept = useCommand((bytes: Uint8Array) => room.enrolCard(bytes))

  const ask = async () => {
    setAccepted(null)
    setCompared(false)
    setRead(null)
    setRead((await choose.run())?.value ?? null)
  }
  const take = async ({ bytes }: ReadFile) => {
    const taken = await accept.run(bytes)
    if (taken === null) return
    setRead(null)
    setAccepted(taken.value.card.name)
    onAccepted()
  }

  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t(`accept.title.${from}`)}
      </h2>
      <p>{t(`accept.how.${from}`)}</p>
      <RefusalNotice refusal={choose.refusal ?? accept.refusal} />
      {read === null ? (
        <Button type={primary ? 'primary' : 'default'} loading={choose.running} onClick={ask}>
          {t(`accept.choose.${from}`)}
        </Button>
      ) : (
        <>
          <CardFacts shown={read.shown} />
          <p>
            <Checkbox checked={compared} onChange={({ target }) => setCompared(target.checked)}>
              {t('accept.compared')}
            </Checkbox>
          </p>
          <div className="save-file">
            <Button type="primary" disabled={!compared} loading={accept.running} onClick={() => take(read)}>
              {t('accept.accept')}
            </Button>
            <Button onClick={() => setRead(null)}>{t('accept.notNow')}</Button>
          </div>
        </>
      )}
      <p role="status" className="save-file-done">
        {accepted !== null && t('accept.accepted', { name: accepted })}
      </p>
      {/* A unit has but one above it, and takes its new key where that stands. */}
      {(from === 'room' || from === 'below') && <TakeKeyChange onTaken={onAccepted} />}
    </section>
  )
}
