import { Form } from 'antd'
import type { ReactNode } from 'react'
import type { FollowUpIntervals } from '../../casework/follow-ups/follow-up-intervals.ts'
import type { RoomRules } from '../../casework/unit/room-rules.ts'
import type { WorkingRules } from '../../casework/unit/working-rules.ts'
import type { RoomRulesOnShow } from '../../room/contract/room-rules.ts'
import { GridTable } from './grid-table.tsx'
import { type NumberGrid, type NumberKind, numberGrids } from './number-grids.ts'
import { RulesForm } from './rules-form.tsx'
import { type RulesFormPlace, RulesPanel } from './rules-panel.tsx'

type Numbers = Partial<FollowUpIntervals & WorkingRules>

/** The rules with the numbers of a form in their places. */
const rulesWith = (kind: NumberKind, { inForce }: RoomRulesOnShow, numbers: Numbers): RoomRules['rules'] => {
  if (kind === 'working')
    return { kind, working: { ...inForce.working, ...numbers, id: 'room', proposed: false } }
  const { followUps } = inForce
  const { crisis = followUps.crisis, ...others } = numbers
  return {
    kind,
    followUps: {
      ...followUps,
      ...others,
      proposed: false,
      crisis: { ...followUps.crisis, ...crisis, followUps: followUps.crisis.followUps },
    },
  }
}

/** Rules that are numbers: intervals, timers, limits. */
export function NumberRules({
  kind,
  rules,
  onAdopted,
  children,
}: {
  kind: NumberKind
  rules: RoomRulesOnShow
  onAdopted: () => void
  /** What is said below the numbers. */
  children?: ReactNode
}) {
  const held = rules.inForce[kind]
  const grids: NumberGrid[] = numberGrids[kind]
  const tables = (editing: boolean) => (
    <div className="room-rules-grids">
      {grids.map((grid) => (
        <GridTable key={grid.key} grid={grid} rules={held} editing={editing} />
      ))}
    </div>
  )
  return (
    <RulesPanel
      kind={kind}
      rules={rules}
      onAdopted={onAdopted}
      form={(place) => (
        <NumbersForm kind={kind} rules={rules} place={place}>
          {tables(true)}
          {children}
        </NumbersForm>
      )}
    >
      {tables(false)}
      {children}
    </RulesPanel>
  )
}

function NumbersForm({
  kind,
  rules,
  place,
  children,
}: {
  kind: NumberKind
  rules: RoomRulesOnShow
  place: RulesFormPlace
  children: ReactNode
}) {
  const [form] = Form.useForm<Numbers & { because: string }>()
  return (
    <RulesForm<Numbers>
      {...place}
      kind={kind}
      form={form}
      initial={rules.inForce[kind]}
      rulesFrom={({ because: _, ...numbers }: Numbers & { because?: string }) =>
        rulesWith(kind, rules, numbers)
      }
    >
      {children}
    </RulesForm>
  )
}
