/**
 * Since which revision the form of a running call stands as it does. Steps of a second worker make new revisions, too, but nobody who fills in
 * the form has to be asked about them. Remembered while the room is open; afterwards every revision counts as a change of the form.
 */
export class FormRevisions {
  readonly #since = new Map<string, { form: number; newest: number }>()

  /** A save of the form, or a step that left it as it was, made this revision out of the one before. */
  made(id: string, revision: number, change: 'form' | 'step'): void {
    const held = this.#since.get(id)
    const follows = held?.newest === revision - 1
    const form = change === 'step' ? (follows ? held.form : revision - 1) : revision
    this.#since.set(id, { form, newest: revision })
  }

  /** Whether a form opened at `known` still shows what is stored at `newest`. */
  isCurrent(id: string, known: number, newest: number): boolean {
    const held = this.#since.get(id)
    return known === newest || (held?.newest === newest && known >= held.form)
  }

  forget(id: string): void {
    this.#since.delete(id)
  }
}
