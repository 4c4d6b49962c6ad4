import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CrisisAction } from '../../casework/crisis/crisis-actions.ts'
import type { CrisisStepKind } from '../../casework/crisis/crisis-course.ts'
import { crisisActionKinds } from '../../casework/crisis/crisis-episode.ts'
import { responseLevelSchema } from '../../casework/crisis/response-level.ts'
import type { CrisisOnShow } from '../../room/contract/crisis.ts'
import { ChoiceField, NoteField } from './entry-fields.tsx'
import { ExploreFields } from './explore-fields.tsx'
import { FollowUpFields } from './follow-up-fields.tsx'
import { WhomFields } from './whom-fields.tsx'

/** What a step of this kind asks for. */
export function StepFields({
  kind,
  onShow,
  known,
  colleagues,
}: {
  kind: CrisisStepKind
  onShow: CrisisOnShow
  /** The action that goes on; null for a new one. */
  known: CrisisAction | null
  colleagues: { id: string; name: string }[]
}) {
  const { t } = useTranslation('crisis')
  switch (kind) {
    case 'interviewed':
      return (
        <>
          <ChoiceField
            name="asked"
            label={t('field.asked')}
            needed={t('field.askedNeeded')}
            options={(['confirmed', 'denied', 'notAsked'] as const).map((value) => ({
              value,
              label: t(`asked.${value}`),
            }))}
          />
          <NoteField
            name="said"
            label={t('field.said')}
            hint={t('field.saidHint')}
            needed={t('field.saidNeeded')}
            atLeast={5}
          />
        </>
      )
    case 'explored':
      return <ExploreFields />
    case 'levelSet':
      return (
        <>
          <ChoiceField
            name="level"
            label={t('field.level')}
            needed={t('field.levelNeeded')}
            options={responseLevelSchema.options.map((value) => ({ value, label: t(`level.${value}`) }))}
          />
          <NoteField name="because" label={t('field.because')} needed={t('field.becauseNeeded')} />
        </>
      )
    case 'consulted':
      return (
        <>
          <WhomFields here={onShow.approval === 'here'} hint={t('field.consultOutside')} />
          <NoteField name="advice" label={t('field.advice')} needed={t('field.adviceNeeded')} />
        </>
      )
    case 'acted':
      return (
        <>
          {known === null && (
            <>
              <ChoiceField
                name="what"
                label={t('field.what')}
                needed={t('field.whatNeeded')}
                options={crisisActionKinds.map((value) => ({ value, label: t(`what.${value}`) }))}
              />
              <Form.Item name="state" label={t('field.state')} extra={t('field.stateHint')}>
                <Radio.Group
                  aria-label={t('field.state')}
                  options={(['intended', 'done'] as const).map((value) => ({
                    value,
                    label: t(`state.${value}`),
                  }))}
                />
              </Form.Item>
            </>
          )}
          <NoteField name="note" label={t('field.note')} needed={t('field.noteNeeded')} />
        </>
      )
    case 'handedOver': {
      const others = colleagues.filter(({ id }) => id !== onShow.standing.responsible)
      if (others.length === 0) return <p>{t('field.toNobody')}</p>
      return (
        <>
          <ChoiceField
            name="to"
            label={t('field.to')}
            needed={t('field.toNeeded')}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NoteField name="note" label={t('field.handNote')} needed={t('field.noteNeeded')} />
        </>
      )
    }
    case 'accepted':
      return <p>{t('next.handedToMe')}</p>
    case 'followedUp':
      return <FollowUpFields followUps={onShow.followUps} />
    case 'followUpAdded':
      return (
        <>
          <div className="field-row">
            {(['day', 'time'] as const).map((name) => (
              <Form.Item
                key={name}
                name={name}
                label={t(`field.added.${name}`)}
                rules={[{ required: true, message: t('field.added.needed') }]}
              >
                <Input type={name === 'day' ? 'date' : 'time'} />
              </Form.Item>
            ))}
          </div>
          <NoteField
            name="because"
            label={t('field.because')}
            hint={t('field.added.hint')}
            needed={t('field.becauseNeeded')}
          />
        </>
      )
    case 'approved':
      return (
        <>
          <WhomFields here={onShow.approval === 'here'} hint={t('field.whomOutside')} />
          <NoteField name="note" label={t('field.approveNote')} needed={t('field.noteNeeded')} />
        </>
      )
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
      return <NoteField name="because" label={t('field.because')} needed={t('field.becauseNeeded')} />
  }
}
