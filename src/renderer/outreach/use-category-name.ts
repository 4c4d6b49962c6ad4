import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutreachCategories } from '../../casework/activities/outreach-categories.ts'
import { useLanguage } from '../locale/locale.ts'

/** What a category is called here; one that the room does not know is said to be unknown. */
export function useCategoryName({ categories }: OutreachCategories): (id: string | null) => string {
  const { t } = useTranslation('outreach')
  const [language] = useLanguage()
  return useCallback(
    (id) => {
      const category = categories.find((one) => one.id === id)
      if (category === undefined) return t('categories.unknown')
      return category.retired
        ? t('categories.retiredName', { name: category.label[language] })
        : category.label[language]
    },
    [categories, language, t],
  )
}
