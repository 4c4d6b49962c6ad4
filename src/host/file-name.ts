/** What this program writes: a name from a window can never become a program or a shortcut. */
const EXTENSIONS = ['anxin', 'csv', 'json', 'pdf', 'txt', 'xlsx', 'zip']
const OUR_OWN = /^anxin-[a-z]+(-[a-z]+)*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
const FORBIDDEN = /[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069\\/:*?"<>|]/u
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Whether a window may suggest this as the name of a file, on every system: no folder, no device, no hidden file. */
export const isFileName = (name: string): boolean => {
  const extension = /[^.]\.([a-z]+(?:-[a-z]+)*)$/.exec(name)?.[1]
  return (
    extension !== undefined &&
    (EXTENSIONS.includes(extension) || OUR_OWN.test(extension)) &&
    !name.startsWith('.') &&
    name.trim() === name &&
    Buffer.byteLength(name) <= 200 &&
    !FORBIDDEN.test(name) &&
    !DEVICE.test(name)
  )
}
