/** A cell of the week: day counted from Monday, and hour. */
export interface GridPlace {
  day: number
  hour: number
}

/**
 * Where a key leads to from a place in the week: arrows by day and hour, Home and End to the first and last day, Page Up and
 * Page Down to the week before and after (`week` −1 or 1). Null for any other key; past an edge one stays.
 */
export function nextPlace(
  key: string,
  { day, hour }: GridPlace,
  { fromHour, toHour }: { fromHour: number; toHour: number },
): { place: GridPlace; week: -1 | 0 | 1 } | null {
  const stay = (place: GridPlace) => ({ place, week: 0 as const })
  switch (key) {
    case 'ArrowLeft':
      return stay({ day: Math.max(0, day - 1), hour })
    case 'ArrowRight':
      return stay({ day: Math.min(6, day + 1), hour })
    case 'ArrowUp':
      return stay({ day, hour: Math.max(fromHour, hour - 1) })
    case 'ArrowDown':
      return stay({ day, hour: Math.min(toHour - 1, hour + 1) })
    case 'Home':
      return stay({ day: 0, hour })
    case 'End':
      return stay({ day: 6, hour })
    case 'PageUp':
      return { place: { day, hour }, week: -1 }
    case 'PageDown':
      return { place: { day, hour }, week: 1 }
    default:
      return null
  }
}
