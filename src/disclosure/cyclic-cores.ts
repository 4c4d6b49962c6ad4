/**
 * Which tables, given by their axes, overlap in a ring: takes away ears (Graham; Yu and Özsoyoğlu) until none is left. An ear
 * is a table whose axes shared with others all stand in one of the others. Answers the axes of each connected rest; tables
 * connected through an axis whose codes split people in more than one way are taken as a ring whole.
 */
export function cyclicCores(
  tables: readonly (readonly number[])[],
  isSplit: (axis: number) => boolean,
): number[][] {
  return connected(tables).flatMap((group) => {
    if (group.length === 1) return []
    const shared = (axis: number) => group.filter((table) => table.includes(axis)).length > 1
    const axes = [...new Set(group.flat())]
    if (axes.some((axis) => isSplit(axis) && shared(axis))) return [axes.sort((a, b) => a - b)]
    return connected(withoutEars(group)).map((core) => [...new Set(core.flat())].sort((a, b) => a - b))
  })
}

function withoutEars(tables: readonly (readonly number[])[]): (readonly number[])[] {
  let left = [...tables]
  for (;;) {
    const ear = left.find((table, index) => {
      const others = left.filter((_, other) => other !== index)
      const shared = table.filter((axis) => others.some((other) => other.includes(axis)))
      return others.length === 0 || others.some((other) => shared.every((axis) => other.includes(axis)))
    })
    if (ear === undefined) return left
    left = left.filter((table) => table !== ear)
  }
}

/** Groups of tables that hang together through common axes. */
function connected(tables: readonly (readonly number[])[]): (readonly number[])[][] {
  const groups: (readonly number[])[][] = []
  for (const table of tables) {
    const touching = groups.filter((group) => group.flat().some((axis) => table.includes(axis)))
    const rest = groups.filter((group) => !touching.includes(group))
    groups.splice(0, groups.length, ...rest, [...touching.flat(), table])
  }
  return groups
}
