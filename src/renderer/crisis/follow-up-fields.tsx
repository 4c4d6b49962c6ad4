import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CrisisFollowUpNow } from '../../room/contract/crisis.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { ChoiceField, NoteField } from './entry-fields.tsx'
import { useSpanText } from './use-span-text.ts'

/** Which follow-up it was, whether the client was reached, and what they said. */
export function FollowUpFields({ followUps }: { followUps: CrisisFollowUpNow[] }) {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const spanText = useSpanText()
  const reached = Form.useWatch<boolean | undefined>('reached')
  const open = followUps.filter(({ late }) => late !== null)
  const later = followUps.find(({ state, late }) => state === 'left' && late === null)
  if (open.length === 0)
    return later === undefined ? null : <p>{t('field.tooEarly', { at: dayTime(later.from) })}</p>
  return (
    <>
      <ChoiceField
        name="afterHours"
        label={t('field.afterHours')}
        needed={t('field.afterHoursNeeded')}
        options={open.map(({ afterHours, due }) => ({
          value: afterHours,
          label: t('field.followUpLabel', { what: spanText(afterHours), at: dayTime(due) }),
        }))}
      />
      <ChoiceField
        name="reached"
        label={t('field.reached')}
        needed={t('field.reachedNeeded')}
        options={[
          { value: true, label: t('field.reachedYes') },
          { value: false, label: t('field.reachedNo') },
        ]}
      />
      {reached === true && (
        <ChoiceField
          name="askedAgain"
          label={t('field.askedAgain')}
          needed={t('field.askedNeeded')}
          options={(['none', 'thoughts', 'plan', 'notAsked'] as const).map((value) => ({
            value,
            label: t(`askedAgain.${value}`),
          }))}
        />
      )}
      <NoteField name="note" label={t('field.followNote')} needed={t('field.noteNeeded')} />
    </>
  )
}
