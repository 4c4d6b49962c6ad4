import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../instruments/outcome.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { useShelfNames } from '../programme/use-shelf-names.ts'
import { useRefusalText } from '../refusals/refusal-text.ts'

/** A refusal with the names of the instruments in it, in the place of their ids. */
export function useNamedBlock(shelf: QuestionnaireShelf): (refusal: Refusal) => Refusal {
  const { t } = useTranslation('clients')
  const { titleOfId } = useShelfNames(shelf)
  const nameOf = (id: string) => t(`shortTitle.${id}`, { defaultValue: titleOfId(id) })
  return (refusal) => {
    const ids = String(refusal.detail?.instruments ?? '')
    if (ids === '') return refusal
    const instruments = ids.split(', ').map(nameOf).join(t('listComma'))
    return { ...refusal, detail: { ...refusal.detail, instruments } }
  }
}

/** What stands in the way of a tier, in sentences, each said once. */
export function useBlockTexts(shelf: QuestionnaireShelf): (blocks: readonly Refusal[]) => string[] {
  const text = useRefusalText()
  const named = useNamedBlock(shelf)
  return (blocks) => [...new Set(blocks.map((block) => text(named(block))))]
}
