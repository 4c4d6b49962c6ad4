import { expect, test } from 'vitest'
import '../../../src/renderer/charts/chart-canvas.tsx'
import { chartPicture } from '../../../src/renderer/charts/chart-picture.ts'
import { trendConfig } from '../../../src/renderer/charts/trend-config.ts'

const hues = ['#6f9b8d', '#2b5348']

test('a chart is drawn as a picture for a slide: its size, on white, with the line and the shade of its band', async () => {
  const sets = [{ label: '次', cells: [100, null, 120, 140], bands: [20, 0, 20, 20] }]
  const config = trendConfig({ labels: ['一', '二', '三', '四'], sets }, { accent: '#3d7a6b', hues }, 2.5)
  const bytes = await chartPicture(config, { title: '个体咨询人次', font: 'sans-serif' })
  expect([...bytes.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)))
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
  expect([picture.width, picture.height]).toEqual([1_920, 1_080])
  const canvas = new OffscreenCanvas(1_920, 1_080)
  const context = canvas.getContext('2d') ?? expect.fail()
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, 1_920, 1_080)
  const colours = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = [data[at], data[at + 1], data[at + 2]].join(' ')
    colours.set(colour, (colours.get(colour) ?? 0) + 1)
  }
  expect(data[3]).toBe(255)
  expect(colours.get('255 255 255')).toBeGreaterThan(1_000_000)
  expect(colours.get('61 122 107')).toBeGreaterThan(1_000)
  // The shade is the accent at a fifth on white.
  expect([...colours.keys()].some((colour) => colour === '216 228 225')).toBe(true)
})
