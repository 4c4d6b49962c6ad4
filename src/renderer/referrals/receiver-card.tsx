import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { done } from '../../instruments/outcome.ts'
import type { CardOnShow } from '../../room/contract/exchange.ts'
import { desktop } from '../bridge/desktop.ts'
import { CardFacts } from '../exchange/card-facts.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** The receiver's card as it was read, once its digits were compared aloud. */
export interface ComparedCard {
  bytes: Uint8Array
  shown: CardOnShow
  compared: boolean
}

const maxBytes = 20_000

/** Whose card the file is closed with: chosen, and its digits compared aloud with the receiver. */
export function ReceiverCard({
  card,
  onCard,
}: {
  card: ComparedCard | null
  onCard: (card: ComparedCard | null) => void
}) {
  const { t } = useTranslation('referrals')
  const choose = useCommand(async () => {
    const chosen = await desktop.openFile(['anxin-card'], maxBytes)
    if (!chosen.ok) return chosen
    if (chosen.value === null) return done(null)
    const { bytes } = chosen.value
    const read = await room.readCard(bytes)
    return read.ok ? done({ bytes, shown: read.value, compared: false }) : read
  })
  return (
    <section className="referral-card" aria-label={t('card.title')}>
      <p>{t('card.how')}</p>
      <RefusalNotice refusal={choose.refusal} />
      {card !== null && (
        <>
          <CardFacts shown={card.shown} />
          <p>
            <Checkbox
              checked={card.compared}
              onChange={({ target }) => onCard({ ...card, compared: target.checked })}
            >
              {t('card.compared')}
            </Checkbox>
          </p>
        </>
      )}
      <Button
        loading={choose.running}
        onClick={() => void choose.run().then((chosen) => chosen?.value && onCard(chosen.value))}
      >
        {t(card === null ? 'card.choose' : 'card.other')}
      </Button>
    </section>
  )
}
