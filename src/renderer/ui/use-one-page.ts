import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** What an A4 page holds between its margins, a little less than 265 mm. */
const pageHeight = 985
/** Smaller nobody should have to read. */
const smallest = 10

/** A sheet set as large as is wanted, in pixels, or smaller where it would not fit on one page; `smaller` says that it had to be. */
export function useOnePage(wanted: number): { sheet: RefObject<HTMLDivElement | null>; smaller: boolean } {
  const sheet = useRef<HTMLDivElement>(null)
  const [smaller, setSmaller] = useState(false)
  useLayoutEffect(() => {
    const { current } = sheet
    if (current === null) return
    let size = wanted
    current.style.fontSize = `${size}px`
    while (current.offsetHeight > pageHeight && size > smallest) {
      size -= 0.5
      current.style.fontSize = `${size}px`
    }
    setSmaller(size < wanted)
  })
  return { sheet, smaller }
}
