import { useState } from 'react'
import { done, type Refusal } from '../../instruments/outcome.ts'
import type { DrawnSheet } from '../../room/contract/access.ts'
import { useCommand } from '../room/use-command.ts'

/** Where somebody stands with a new recovery sheet. */
export interface NewSheetAt {
  step: 'choice' | 'sheet' | 'confirm'
  /** A sheet already printed stays the right one when someone steps back. */
  drawn: DrawnSheet | null
  drawing: boolean
  refusal: Refusal | null
  goTo: (step: NewSheetAt['step']) => void
  /** Draws a sheet, unless one on as many papers was drawn before, and shows it. */
  choose: (halves: boolean) => void
}

export const useNewSheet = (draw: (halves: boolean) => Promise<DrawnSheet>): NewSheetAt => {
  const [step, goTo] = useState<NewSheetAt['step']>('choice')
  const [drawn, setDrawn] = useState<DrawnSheet | null>(null)
  const drawing = useCommand(async (halves: boolean) => done(await draw(halves)))

  const choose = async (halves: boolean) => {
    if (drawn?.halves !== halves) {
      const made = await drawing.run(halves)
      if (made === null) return
      setDrawn(made.value)
    }
    goTo('sheet')
  }

  return {
    step,
    drawn,
    drawing: drawing.running,
    refusal: drawing.refusal,
    goTo,
    choose: (halves) => void choose(halves),
  }
}
