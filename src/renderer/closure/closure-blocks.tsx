import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClosureBlock } from '../../casework/files/closure-blocks.ts'
import type { Block } from '../../casework/records/block.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'

/** Where each is seen to, below the client's address. */
const places: Record<ClosureBlock, string> = {
  ALERT_OPEN: '',
  CRISIS_OPEN: '/crisis',
  REFERRAL_UNDER_WAY: '/referrals',
  NOTE_UNSIGNED: '/notes',
  PRIORITY_FOLLOW_UP_DUE: '/follow-ups',
}

/** What stands in the way of closing a file, each with the way to it. */
export function ClosureBlocks({ blocks, clientId }: { blocks: Block<ClosureBlock>[]; clientId: string }) {
  const { t } = useTranslation('closure')
  const text = useRefusalText()
  return (
    <section className="panel" aria-labelledby="closure-blocks">
      <h2 className="panel-title" id="closure-blocks">
        {t('blocks.title')}
      </h2>
      <ul className="closure-blocks">
        {blocks.map((block) => (
          <li key={block.code}>
            <span>{text(block)}</span>{' '}
            <Link to={`/clients/${clientId}${places[block.code]}`}>{t(`blocks.go.${block.code}`)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
