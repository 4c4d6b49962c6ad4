import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { responseLevelSchema } from '../../casework/crisis/response-level.ts'
import type { StandingCallAction } from '../../casework/hotline/call-actions.ts'
import type { CallOnShow, HotlineRules } from '../../room/contract/hotline.ts'
import { ChoiceField, NoteField } from '../crisis/entry-fields.tsx'
import { FollowUpFields } from '../crisis/follow-up-fields.tsx'
import { useSpanText } from '../crisis/use-span-text.ts'
import { WhomFields } from '../crisis/whom-fields.tsx'
import { ActedFields } from './acted-fields.tsx'
import { DisclosedFields } from './disclosed-fields.tsx'
import type { EnteredKind } from './step-entry.ts'

/** Hours after which a call can be followed up: the guide's, and some between. */
const hoursOffered = [24, 48, 72, 168, 336, 720, 1440, 2160, 4320]

/** What a step of this kind asks for. */
export function StepFields({
  kind,
  onShow,
  rules,
  known,
}: {
  kind: EnteredKind
  onShow: CallOnShow
  rules: HotlineRules['rules']
  /** The action that goes on; null for a new one. */
  known: StandingCallAction | null
}) {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const spanText = useSpanText()
  const because = <NoteField name="because" label={t('field.because')} needed={t('field.becauseNeeded')} />
  switch (kind) {
    case 'acted':
      return <ActedFields known={known} />
    case 'disclosed':
      return <DisclosedFields rules={rules.disclosures} />
    case 'levelSet':
      return (
        <>
          <ChoiceField
            name="level"
            label={crisis('field.level')}
            needed={crisis('field.levelNeeded')}
            options={responseLevelSchema.options.map((value) => ({ value, label: crisis(`level.${value}`) }))}
          />
          {because}
        </>
      )
    case 'consulted':
      return (
        <>
          <WhomFields here={onShow.approval === 'here'} hint={crisis('field.consultOutside')} />
          <NoteField name="advice" label={crisis('field.advice')} needed={crisis('field.adviceNeeded')} />
        </>
      )
    case 'approved':
      return (
        <>
          <WhomFields here={onShow.approval === 'here'} hint={crisis('field.whomOutside')} />
          <NoteField name="note" label={crisis('field.approveNote')} needed={crisis('field.noteNeeded')} />
        </>
      )
    case 'planned':
      return (
        <>
          <Form.Item name="hours" label={t('field.hours')} extra={t('field.hoursHint')}>
            <Select<number[]>
              mode="multiple"
              aria-label={t('field.hours')}
              options={hoursOffered.map((value) => ({ value, label: spanText(value) }))}
            />
          </Form.Item>
          {because}
        </>
      )
    case 'followedUp':
      return <FollowUpFields followUps={onShow.followUps} />
    case 'handedOver': {
      const others = onShow.colleagues.filter(({ id }) => id !== onShow.standing.responsible)
      return (
        <>
          {others.length === 0 && <p>{t('field.toNobody')}</p>}
          <ChoiceField
            name="to"
            label={crisis('field.to')}
            needed={crisis('field.toNeeded')}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NoteField name="note" label={t('field.handNote')} needed={crisis('field.noteNeeded')} />
        </>
      )
    }
    case 'added':
      return (
        <NoteField
          name="note"
          label={t('field.added')}
          hint={t('field.addedHint')}
          needed={crisis('field.noteNeeded')}
        />
      )
    case 'accepted':
    case 'joined':
      return <p>{t('field.accepted')}</p>
    case 'closed':
      return (
        <NoteField
          name="because"
          label={t('field.because')}
          hint={t('field.closeHint')}
          needed={t('field.becauseNeeded')}
        />
      )
    case 'declined':
    case 'escalated':
    case 'reopened':
      return because
  }
}
