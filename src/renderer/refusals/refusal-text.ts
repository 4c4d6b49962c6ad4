import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../instruments/outcome.ts'

/** Gives the sentence for a refusal, a field of a form by its word; a code nobody wrote one for gets a general sentence that names it. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { t, i18n } = useTranslation('refusals')
  return useCallback(
    ({ code, at, detail }) => {
      const field = `ui:refusedField.${at?.split('.')[0]}`
      const where = at !== undefined && i18n.exists(field) ? i18n.t(field) : at
      return i18n.exists(code, { ns: 'refusals' }) ? t(code, { at: where, ...detail }) : t('OTHER', { code })
    },
    [t, i18n],
  )
}
