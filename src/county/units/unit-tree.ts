import { isInForceOn, parentOf, type Unit, type UnitKey, wordOf } from './unit.ts'

/** A unit as it is on a day, and the units that belong to it then. */
export interface UnitNode {
  unit: Unit
  under: UnitNode[]
}

/**
 * Who belongs to whom on a day, by code. Every unit in force that day stands in it once: one whose own unit is not there stands at the
 * top. Each belongs to one a level up, so that there is no going round in circles.
 */
export function unitTree(units: readonly Unit[], day: string): UnitNode[] {
  const nodes = new Map<string, UnitNode>()
  for (const unit of units) if (isInForceOn(unit, day)) nodes.set(wordOf(unit), { unit, under: [] })
  const top: UnitNode[] = []
  for (const node of [...nodes.values()].sort(byCode)) {
    const parent = parentOf(node.unit)
    const above = parent === null ? undefined : nodes.get(wordOf(parent))
    if (above === undefined) top.push(node)
    else above.under.push(node)
  }
  return top
}

/** The rooms that belong to a unit on a day, through whatever stands between; a room's own is itself. */
export function roomsUnder(units: readonly Unit[], key: UnitKey, day: string): Unit[] {
  const roomsIn = ({ unit, under }: UnitNode): Unit[] =>
    unit.level === 'room' ? [unit] : under.flatMap(roomsIn)
  const find = (nodes: readonly UnitNode[]): UnitNode | null => {
    for (const node of nodes) {
      const found = wordOf(node.unit) === wordOf(key) ? node : find(node.under)
      if (found) return found
    }
    return null
  }
  const found = find(unitTree(units, day))
  return found ? roomsIn(found) : []
}

const byCode = (a: UnitNode, b: UnitNode): number => a.unit.code.localeCompare(b.unit.code)
