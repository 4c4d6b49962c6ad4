import { type RefObject, useLayoutEffect, useState } from 'react'

/** Sizes of type a sheet can have, in pixels, largest first; the style sheet has a class for each. */
export const typeSizes = [24, 21, 19, 17, 16, 15, 14, 13, 12, 11] as const
export type TypeSize = (typeof typeSizes)[number]

/** An A4 page less its margins of 16 mm, at 96 pixels an inch. */
const pageHeight = 1001

/**
 * The largest type in which a sheet stays on one page, `largest` or smaller; null when it does not in any. The sheet has the
 * width of the page and takes on the size.
 */
export function useFittingSize(
  sheet: RefObject<HTMLElement | null>,
  largest: TypeSize,
  content: unknown,
): { size: TypeSize; fits: boolean } {
  const [fitting, setFitting] = useState<{ size: TypeSize; fits: boolean }>({ size: largest, fits: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content is measured anew
  useLayoutEffect(() => {
    const element = sheet.current
    if (element === null) return
    const classes = element.className
    const found = typeSizes
      .filter((size) => size <= largest)
      .find((size) => {
        element.className = `plan-sheet plan-sheet-${size}`
        return element.scrollHeight <= pageHeight
      })
    element.className = classes
    setFitting({ size: found ?? 11, fits: found !== undefined })
  }, [sheet, largest, content])
  return fitting
}
