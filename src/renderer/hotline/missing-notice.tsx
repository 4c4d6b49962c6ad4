import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leavableFields } from '../../casework/hotline/call-fields.ts'
import type { CallFieldProps } from './call-draft.ts'

/** What stands in the way of ending the call; where questions were not asked, one reason may stand for all of them: somebody who hung up could not be asked any. */
export function MissingNotice({ draft, change, missing }: CallFieldProps) {
  const { t } = useTranslation('running-call')
  const { t: words } = useTranslation('call-form')
  const [why, setWhy] = useState('')
  const left = leavableFields.filter((field) => missing.includes(field))
  const leaveOut = () =>
    change({
      leftOut: { ...draft.leftOut, ...Object.fromEntries(left.map((field) => [field, why.trim()])) },
    })
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={
        <>
          {t('missing.lead', {
            fields: missing.map((name) => words(`field.${name}`)).join(words('listComma')),
          })}
          {left.length > 1 && (
            <div className="call-question">
              <Input
                aria-label={t('missing.allWhy')}
                className="call-said"
                placeholder={t('missing.allWhyHint')}
                autoComplete="off"
                maxLength={2000}
                value={why}
                onChange={({ target }) => setWhy(target.value)}
                onPressEnter={() => why.trim().length >= 2 && leaveOut()}
              />
              <Button disabled={why.trim().length < 2} onClick={leaveOut}>
                {t('missing.useForAll')}
              </Button>
            </div>
          )}
        </>
      }
    />
  )
}
