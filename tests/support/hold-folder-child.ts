import { holdFolder } from '../../src/host/held-folder.ts'

const [, , folder = '', platform] = process.argv
const held = await holdFolder(folder, platform as NodeJS.Platform)
process.stdout.write(held === null ? 'not held\n' : 'held\n')
setInterval(() => undefined, 60_000)
