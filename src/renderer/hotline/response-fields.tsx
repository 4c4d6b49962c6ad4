import { useTranslation } from 'react-i18next'
import { responseLevelSchema } from '../../casework/response-level.ts'
import { suggestedResponseLevel } from '../../casework/suggested-response-level.ts'
import { type CallFieldProps, entryOf } from './call-draft.ts'
import { ChoiceField } from './choice-field.tsx'

/** How soon help is due, with a proposal from what has been filled in. */
export function ResponseFields({ draft, change, missing }: CallFieldProps) {
  const { t } = useTranslation('hotline')
  const { responseLevel } = draft
  const suggested = suggestedResponseLevel(entryOf(draft))
  const told = responseLevel === null ? 'missing.responseLevel' : 'missing.responseAtOnce'
  return (
    <div className="call-row">
      <ChoiceField
        label={t('field.responseLevel')}
        required
        value={responseLevel}
        options={responseLevelSchema.options.map((value) => ({ value, label: t(`responseLevel.${value}`) }))}
        onChange={(level) => change({ responseLevel: level })}
        missing={missing.includes('responseLevel') ? t(told) : null}
      />
      <p className="call-suggested" role="status">
        {t('suggested', { level: t(`responseLevel.${suggested}`) })}
      </p>
    </div>
  )
}
