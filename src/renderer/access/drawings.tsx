import type { ReactNode } from 'react'

const drawing = (lines: ReactNode) => (
  <svg viewBox="0 0 120 72" className="drawing" aria-hidden="true" focusable="false">
    <path className="drawing-ground" d="M6 64h108" />
    {lines}
  </svg>
)

/** Two chairs turned towards each other under one roof, a seedling between them. */
export const roomDrawing = drawing(
  <>
    <path className="drawing-line" d="M18 32 60 7l42 25M27 28v36M93 28v36" />
    <path className="drawing-fill" d="M38 52h12v3H38zM70 52h12v3H70z" />
    <path className="drawing-line" d="M38 38v26M50 55v9M82 38v26M70 55v9" />
    <path className="drawing-leaf" d="M60 64V50m0 6c-4 0-6-3-6-6 4 0 6 2 6 6Zm0-3c0-4 2-6 6-6 0 3-2 6-6 6Z" />
  </>,
)

/** Several roofs whose roads lead to one table. */
export const countyDrawing = drawing(
  <>
    <path className="drawing-line" d="M10 26 22 16l12 10M14 24v12h16V24M48 18 60 8l12 10M52 16v12h16V16" />
    <path className="drawing-line" d="M86 26 98 16l12 10M90 24v12h16V24" />
    <path className="drawing-road" d="M22 38c2 8 16 8 24 14M60 30v18M98 38c-2 8-16 8-24 14" />
    <path className="drawing-fill" d="M40 50h40v5H40z" />
    <path className="drawing-line" d="M44 55v9M76 55v9" />
  </>,
)

/** A seedling in a glass bell: to be looked at from all sides, with nobody to be hurt. */
export const demoDrawing = drawing(
  <>
    <path className="drawing-line" d="M36 64V34c0-14 10-24 24-24s24 10 24 24v30M60 10V5" />
    <path className="drawing-fill" d="M46 56h28l-3 8H49z" />
    <path
      className="drawing-leaf"
      d="M60 56V36m0 9c-8 0-11-4-12-11 8 0 12 4 12 11Zm0-5c0-7 4-11 12-11-1 7-4 11-12 11Z"
    />
  </>,
)
