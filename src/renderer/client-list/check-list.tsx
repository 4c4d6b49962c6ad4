import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../instruments/outcome.ts'
import type { ImportOnShow, ListAnswers } from '../../room/contract/client-list.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { AlikeQuestions } from './alike-questions.tsx'
import { BadRows } from './bad-rows.tsx'
import { FirstPeople } from './first-people.tsx'

/** What would come of the list: who is registered, who may be there already, and what is wrong in which row. */
export function CheckList({
  plan,
  onBack,
  onOutdated,
  onImported,
}: {
  plan: ImportOnShow
  onBack: () => void
  /** Somebody was registered meanwhile: it has to be looked through again. */
  onOutdated: (refusal: Refusal) => void
  onImported: (taken: { added: number; known: number }) => void
}) {
  const { t } = useTranslation('client-list')
  const [answers, setAnswers] = useState<ListAnswers>({})
  const take = useCommand((given: ListAnswers) => room.importClientList(given))
  const open = plan.alike.filter(({ row }) => answers[row] === undefined).length
  const adding = plan.toAdd + plan.alike.filter(({ row }) => answers[row] === 'new').length
  const { refusal } = take
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is answered once
  useEffect(() => {
    if (refusal?.code === 'LIST_PLAN_OUTDATED') onOutdated(refusal)
  }, [refusal])

  const run = async () => {
    const taken = await take.run(answers)
    if (taken !== null) onImported(taken.value)
  }
  return (
    <>
      <section className="panel">
        <h2 className="panel-title">{t('check.title')}</h2>
        <ul className="list-sums">
          <li>{t('check.toAdd', { count: plan.toAdd })}</li>
          {plan.alike.length > 0 && <li>{t('check.alike', { count: plan.alike.length })}</li>}
          {plan.bad.length > 0 && <li>{t('check.bad', { count: plan.bad.length })}</li>}
          {plan.askForGuardian > 0 && <li>{t('check.guardian', { count: plan.askForGuardian })}</li>}
        </ul>
        <p>{t('check.nothingYet')}</p>
        <FirstPeople people={plan.first} total={plan.toAdd} />
      </section>
      {plan.alike.length > 0 && (
        <AlikeQuestions
          people={plan.alike}
          answers={answers}
          onAnswer={(rows, answer) =>
            setAnswers((before) => ({ ...before, ...Object.fromEntries(rows.map((row) => [row, answer])) }))
          }
        />
      )}
      {plan.bad.length > 0 && <BadRows rows={plan.bad} />}
      <section className="panel">
        <FormActions refusal={refusal}>
          <Button
            type="primary"
            disabled={open > 0 || adding === 0}
            loading={take.running}
            onClick={() => void run()}
          >
            {t('check.import', { count: adding })}
          </Button>
          <Button disabled={take.running} onClick={onBack}>
            {t('check.back')}
          </Button>
          <span role="status" className="quiet">
            {take.running ? t('check.saving') : open > 0 ? t('check.open', { count: open }) : ''}
          </span>
        </FormActions>
      </section>
    </>
  )
}
