import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CrisisAction } from '../../casework/crisis/crisis-actions.ts'
import type { CrisisStepKind } from '../../casework/crisis/crisis-course.ts'
import { crisisQuestions } from '../../casework/crisis/crisis-episode.ts'
import { hoursAfter } from '../../casework/crisis/crisis-follow-ups.ts'
import type { CrisisOnShow, CrisisStepEntry } from '../../room/contract/crisis.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { type StepFields as Fields, nextState, stepEntry } from './step-entry.ts'
import { StepFields } from './step-fields.tsx'

const unknown = { answer: 'unknown', said: '' } as const
const notAskedYet = Object.fromEntries(crisisQuestions.map((question) => [question, unknown]))

/** Enters one step of an episode; what was typed stays when it is refused or changed elsewhere meanwhile. */
export function StepForm({
  kind,
  onShow,
  known = null,
  colleagues,
  onTaken,
  onStale,
  onCancel,
}: {
  kind: CrisisStepKind
  onShow: CrisisOnShow
  /** The action that goes on; null for a new one. */
  known?: CrisisAction | null
  colleagues: { id: string; name: string }[]
  onTaken: () => void
  /** What is on show is no longer what is stored. */
  onStale: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('crisis')
  const [form] = Form.useForm<Fields>()
  const { id, revision, value } = onShow.episode
  const take = useCommand((step: CrisisStepEntry) => room.takeCrisisStep({ id, revision, step }))
  const about = known === null ? kind : `${kind}${known.action}`
  const kept = useDraft(draftName('crisis', value.clientId, id, about), form)
  const { approval, standing, followUps } = onShow

  const save = async (fields: Fields) => {
    const [chain] = followUps
    const begun = chain === undefined ? Number.NaN : Date.parse(hoursAfter(chain.due, -chain.afterHours))
    const entry = stepEntry(kind, fields, { approval, actions: standing.actions.length, known, begun })
    if ((await take.run(entry)) === null) return onStale()
    await kept.forget()
    onTaken()
  }
  // An earlier one that was missed is passed over by the newest that can be done.
  const newest = followUps.findLast(({ late }) => late !== null)?.afterHours
  const canBeTaken =
    kind === 'followedUp'
      ? newest !== undefined
      : kind !== 'handedOver' || colleagues.some(({ id: other }) => other !== standing.responsible)

  return (
    <Form<Fields>
      form={form}
      // Sets its fields apart from those of other forms on the page.
      name={`crisis-${about}`}
      layout="vertical"
      requiredMark={false}
      className="crisis-step-form"
      initialValues={{
        state: 'done',
        found: notAskedYet,
        ...(newest === undefined ? {} : { afterHours: newest }),
      }}
      onValuesChange={kept.changed}
      onFinish={(fields) => void save(fields)}
    >
      <DraftNotice draft={kept} />
      <StepFields kind={kind} onShow={onShow} known={known} colleagues={colleagues} />
      <FormActions refusal={take.refusal}>
        {canBeTaken && (
          <Button type="primary" htmlType="submit" loading={take.running}>
            {known === null ? t(`take.${kind}`) : t(`actions.${nextState(known.state) ?? 'verified'}`)}
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
