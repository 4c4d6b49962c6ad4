import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own whose power can be cut: what was not flushed to it by then is gone. */
export interface Disk {
  /** Where it is mounted. */
  folder: string
  /** Shuts the file system down without flushing anything, its log included. */
  cutPower(): void
  /** Mounts it again, as a machine does that is switched on. */
  switchOn(): void
  remove(): void
}

const size = 600 * 1024 * 1024

// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH; Node itself has no ioctl.
const shutDown = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))
`

const run = (program: string, ...args: string[]): void => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr.trim()}`)
}

/** A disk in a file, through a loop device. Throws with the reason where this machine does not allow one. */
export const makeDisk = (): Disk => {
  const at = mkdtempSync(join(tmpdir(), 'anxin-disk-'))
  const image = join(at, 'image')
  const folder = join(at, 'disk')
  const mount = () => run('mount', '-o', 'loop', image, folder)
  // The browser's last processes end a moment after it.
  const unmount = (tries = 50): void => {
    try {
      run('umount', folder)
    } catch (problem) {
      if (tries === 0) throw problem
      run('sleep', '0.2')
      unmount(tries - 1)
    }
  }
  try {
    mkdirSync(folder)
    writeFileSync(image, '')
    truncateSync(image, size)
    run('mkfs.ext4', '-q', '-F', image)
    run('python3', '-c', 'import fcntl')
    mount()
  } catch (problem) {
    rmSync(at, { recursive: true, force: true })
    throw problem
  }
  return {
    folder,
    cutPower: () => run('python3', '-c', shutDown, folder),
    switchOn() {
      unmount()
      mount()
    },
    remove() {
      spawnSync('umount', [folder])
      rmSync(at, { recursive: true, force: true })
    },
  }
}
