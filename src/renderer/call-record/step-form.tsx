import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StandingCallAction } from '../../casework/hotline/call-actions.ts'
import { callChain } from '../../casework/hotline/call-follow-ups.ts'
import type { CallOnShow, CallStepEntry, HotlineRules } from '../../room/contract/hotline.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { type EnteredKind, type StepFields as Fields, nextState, stepEntry } from './step-entry.ts'
import { StepFields } from './step-fields.tsx'

/** Enters one step of a call; what was typed stays when it is refused or changed elsewhere meanwhile. */
export function StepForm({
  kind,
  onShow,
  rules,
  known = null,
  onTaken,
  onStale,
  onCancel,
}: {
  kind: EnteredKind
  onShow: CallOnShow
  rules: HotlineRules['rules']
  /** The action that goes on; null for a new one. */
  known?: StandingCallAction | null
  onTaken: () => void
  /** What is on show is no longer what is stored. */
  onStale: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const { me } = useSession()
  const [form] = Form.useForm<Fields>()
  const { id, revision, value } = onShow.call
  const take = useCommand((step: CallStepEntry) => room.takeCallStep({ id, revision, step }))
  const about = known === null ? kind : `${kind}${known.action}`
  const kept = useDraft(draftName('callStep', id, about), form)
  const { approval, standing, followUps } = onShow
  const save = async (fields: Fields) => {
    const entry = stepEntry(kind, fields, {
      approval,
      actions: Math.max(0, ...standing.actions.map(({ action }) => action)),
      known,
      rules,
      by: me.id,
      at: new Date().toISOString(),
    })
    if ((await take.run(entry)) === null) return onStale()
    await kept.forget()
    onTaken()
  }
  // An earlier one that was missed is passed over by the newest that can be done.
  const newest = followUps.findLast(({ late }) => late !== null)?.afterHours
  const canBeTaken = kind !== 'followedUp' || newest !== undefined
  const chain = callChain(value).map(({ due }) => due)
  return (
    <Form<Fields>
      form={form}
      // Sets its fields apart from those of other forms on the page.
      name={`call-${about}`}
      layout="vertical"
      requiredMark={false}
      className="crisis-step-form"
      initialValues={{
        state: 'done',
        fields: [],
        hours: chain.length > 0 ? chain : rules.crisis.followUps.map(({ due }) => due),
        ...known?.linkage,
        ...(newest === undefined ? {} : { afterHours: newest }),
      }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <StepFields kind={kind} onShow={onShow} rules={rules} known={known} />
      <FormActions refusal={take.refusal}>
        {canBeTaken && (
          <Button type="primary" htmlType="submit" loading={take.running}>
            {known === null ? t(`take.${kind}`) : crisis(`actions.${nextState(known.state) ?? 'verified'}`)}
          </Button>
        )}
        <Button
          onClick={() => {
            void kept.forget()
            onCancel()
          }}
        >
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
