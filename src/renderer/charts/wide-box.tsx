import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Holds what may be wider than the page, or longer than its place; once it is, the box can be reached and scrolled by keyboard. */
export function WideBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const shown = box.current
    if (shown === null) return
    const measured = new ResizeObserver(() =>
      setScrolls(shown.scrollWidth > shown.clientWidth || shown.scrollHeight > shown.clientHeight),
    )
    measured.observe(shown)
    for (const child of shown.children) measured.observe(child)
    return () => measured.disconnect()
  }, [])
  return (
    <div
      ref={box}
      className="counts"
      {...(scrolls ? { role: 'group', tabIndex: 0, 'aria-label': label } : {})}
    >
      {children}
    </div>
  )
}
