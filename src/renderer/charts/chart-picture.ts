import { Chart, type ChartConfiguration, type Plugin, Title } from 'chart.js'

Chart.register(Title)

/** Of a slide on a wide screen. */
const width = 1_920
const height = 1_080
const paper = '#ffffff'
const ink = '#1f2a2e'

/** Draws a chart as a picture for a slide, 1920 × 1080, its title above it and its text large. PNG. */
export async function chartPicture(
  config: ChartConfiguration,
  { title, font }: { title: string; font: string },
): Promise<Uint8Array> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const chart = new Chart(canvas, {
    ...config,
    options: {
      ...config.options,
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      color: ink,
      font: { family: font, size: 30 },
      layout: { padding: 56 },
      plugins: {
        ...config.options?.plugins,
        title: {
          display: true,
          align: 'start',
          text: title,
          color: ink,
          font: { family: font, size: 52, weight: 'bold' },
          padding: { bottom: 24 },
        },
      },
    },
    plugins: [...(config.plugins ?? []), onPaper],
  })
  try {
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (picture === null) throw new Error('no picture')
    return new Uint8Array(await picture.arrayBuffer())
  } finally {
    chart.destroy()
  }
}

const onPaper: Plugin = {
  id: 'paper',
  beforeDraw({ ctx }) {
    ctx.save()
    ctx.globalCompositeOperation = 'destination-over'
    ctx.fillStyle = paper
    ctx.fillRect(0, 0, width, height)
    ctx.restore()
  },
}
