const HEAD = 'head-[ab]'
const NUMBERED = '(?:journal|snapshot)-\\d{1,16}'
/** No system takes such a name for a device, whatever follows it. */
const NO_DEVICE = '(?!(?:con|prn|aux|nul|com\\d|lpt\\d)\\.)'
const BACKUP = `${NO_DEVICE}[a-z0-9][a-z0-9.-]{0,80}\\.anxin-backup(?:\\.part)?`
const WAITING = '(?:ticket-[0-9a-f]{32}(?:\\.new)?|answer-[0-9a-f]{32}-\\d{1,16})'
const FILE_NAME = new RegExp(`^(?:${HEAD}|${NUMBERED}|${BACKUP}|${WAITING})$`)

/** Whether a `DurableFolder` holds files of this name; every other is FILE_NAME_REFUSED, so that none leads elsewhere. */
export const isDurableName = (name: string): boolean => FILE_NAME.test(name)
