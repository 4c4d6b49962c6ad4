import { useTranslation } from 'react-i18next'
import type { TierChoice } from '../../room/contract/tiers.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { useBlockTexts } from './use-block-texts.ts'
import './tier-blocks.css'

/** What a lower tier takes: everything that stands in the way, and whose agreement it rests on. */
export function TierBlocks({ choice: { blocks, agreement } }: { choice: TierChoice }) {
  const { t } = useTranslation('tiers')
  const { shelf } = useClientOnShow()
  const texts = useBlockTexts(shelf)(blocks)
  return (
    <div className="tier-blocks" role="status">
      {texts.length > 0 ? (
        <>
          <p>{t('blocks.stand')}</p>
          <ul>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('blocks.none')}</p>
      )}
      {agreement !== 'notNeeded' && <p>{t(`agreement.${agreement}`)}</p>}
    </div>
  )
}
