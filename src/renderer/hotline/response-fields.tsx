import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { responseLevelSchema } from '../../casework/crisis/response-level.ts'
import type { LevelSuggestion } from '../../casework/hotline/call-level-suggestion.ts'
import { useLanguage } from '../locale/locale.ts'
import type { CallFieldProps } from './call-draft.ts'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'

/** How soon help is due: what the answers suggest and why, and what the worker decides, with a reason where it is another. */
export function ResponseFields({ suggestion, ...form }: CallFieldProps & { suggestion: LevelSuggestion }) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const [language] = useLanguage()
  const { responseLevel, levelBecause } = form.draft
  const differs = responseLevel !== null && responseLevel !== suggestion.level
  const reasons = suggestion.because.map(({ reason }) => reason[language]).join(t('level.because2'))
  return (
    <>
      <Field name="responseLevel" form={form} width={6} group required told={t('missing.responseLevel')}>
        {(ids) => (
          <div className="call-question call-question-wraps">
            <Choice
              ids={ids}
              value={responseLevel}
              options={responseLevelSchema.options.map((value) => ({
                value,
                label: words(`responseLevel.${value}`),
              }))}
              onChange={(level) => form.change({ responseLevel: level })}
            />
            {responseLevel === null && (
              <Button size="small" onClick={() => form.change({ responseLevel: suggestion.level })}>
                {t('level.adopt')}
              </Button>
            )}
            <p className={`call-suggested call-suggested-${suggestion.level}`} role="status">
              <strong>{t('level.suggested', { level: words(`responseLevel.${suggestion.level}`) })}</strong>{' '}
              {t('level.because', { reasons })}
            </p>
          </div>
        )}
      </Field>
      {(differs || (levelBecause ?? '') !== '') && (
        <Field name="levelBecause" form={form} width={6} required={differs} told={t('missing.levelBecause')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2000}
              autoComplete="off"
              value={levelBecause ?? ''}
              onChange={({ target }) => form.change({ levelBecause: target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
