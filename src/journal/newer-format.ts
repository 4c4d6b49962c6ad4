/** Written by a newer version of the program: nothing of the file may be cut, overwritten or taken for damaged. */
export class NewerFormatError extends Error {
  readonly code = 'NEWER_JOURNAL'

  constructor() {
    super('NEWER_JOURNAL')
    this.name = 'NewerFormatError'
  }
}
