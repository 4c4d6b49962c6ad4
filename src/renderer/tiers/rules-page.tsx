import { EditOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleEdit } from '../../tiering/edit-rules.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { AddRule } from './add-rule.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { ReviewIntervals } from './review-intervals.tsx'
import { RuleList } from './rule-list.tsx'
import { RuleVersions } from './rule-versions.tsx'
import { RulesStanding } from './rules-standing.tsx'
import { useRuleWords } from './use-rule-words.ts'
import { useRulesDraft } from './use-rules-draft.ts'
import { withEdit } from './with-edit.ts'
import './rules-page.css'

/** 分级规则: every rule as a sentence; changed, tried on the caseload, and adopted by name. */
export function TierRulesPage() {
  const { t } = useTranslation('tiers')
  const rules = useQuery(() => room.tierRules(), [])
  const shelf = useQuery(() => room.questionnaires(), [])
  const forms = useQuery(() => room.scoreForms(), [])
  const { draft, change, forget } = useRulesDraft()
  const [adoptedAt, setAdoptedAt] = useState<Date | null>(null)
  const drafted = useQuery(
    async () => (draft === null ? null : answered(room.draftTierRules(draft))),
    [draft, rules.data],
  )
  const words = useRuleWords(
    shelf.data ?? { entries: [], earlier: [], broken: [], nonCommercial: null, staffNames: {} },
    forms.data ?? [],
  )
  const tried = useCommand(async (edit: RuleEdit) => {
    const next = { base: draft?.base ?? 'inForce', edits: withEdit(draft?.edits ?? [], edit) }
    const outcome = await room.draftTierRules(next)
    if (outcome.ok) change(next)
    return outcome
  })
  const failed = rules.failed ?? shelf.failed ?? forms.failed
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (rules.data === null || shelf.data === null || forms.data === null) return <Skeleton active />

  const { inForce, mayAdopt, templates } = rules.data
  const onShow = drafted.data ?? inForce
  const edit = draft === null ? null : (one: RuleEdit) => void tried.run(one)
  return (
    <Page
      title={t('rules.title')}
      lead={
        <>
          {t('rules.lead')} <SavedAt at={adoptedAt} />
        </>
      }
      actions={
        mayAdopt &&
        draft === null && (
          <Button
            type="primary"
            icon={<EditOutlined aria-hidden />}
            onClick={() => change({ base: 'inForce', edits: [] })}
          >
            {t('rules.change')}
          </Button>
        )
      }
    >
      <RulesStanding rules={rules.data} />
      {draft !== null && (
        <DraftPanel
          rules={rules.data}
          draft={draft}
          ruleSet={drafted.data}
          failed={drafted.failed !== null}
          words={words}
          onChange={change}
          onGivenUp={forget}
          onAdopted={() => {
            forget()
            setAdoptedAt(new Date())
            rules.again()
          }}
        />
      )}
      <RefusalNotice refusal={drafted.failed ?? tried.refusal} />
      <ReviewIntervals ruleSet={onShow} edit={edit} />
      {edit !== null && (
        <AddRule ruleSet={onShow} shelf={shelf.data} forms={forms.data} templates={templates} onAdd={edit} />
      )}
      <RuleList ruleSet={onShow} words={words} edit={edit} />
      <RuleVersions
        rules={rules.data}
        onBegin={mayAdopt && draft === null ? (base) => change({ base, edits: [] }) : null}
      />
    </Page>
  )
}
