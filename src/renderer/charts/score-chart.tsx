import type { ChartConfiguration, Plugin } from 'chart.js'
import { useMemo } from 'react'
import type { Scale } from '../../instruments/scale.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { ChartCanvas } from './chart-canvas.tsx'
import { useChartColours } from './chart-colours.ts'

/** A score and the moment it was made, ISO. */
export interface ScorePoint {
  at: string
  score: number
}

/** From the band that asks for the least to the one that asks for the most; red stays reserved for today's alerts. */
const bandColours = ['#eef5f1', '#f6f5e8', '#faefd9', '#f7e3c5', '#f1d3b0']
const oneDay = 24 * 60 * 60 * 1000

/** One scale over time, the whole range high, its bands behind the line. `figures`: id of the table with the same numbers. */
export function ScoreChart({
  label,
  figures,
  scale,
  points,
}: {
  label: string
  figures: string
  scale: Pick<Scale, 'bands' | 'range' | 'direction'>
  points: readonly ScorePoint[]
}) {
  const { accent, ink } = useChartColours()
  const [language] = useLanguage()
  const { day } = useFormatTime()

  const config = useMemo<ChartConfiguration<'line'>>(() => {
    const moments = points.map(({ at }) => Date.parse(at))
    const first = Math.min(...moments)
    const last = Math.max(...moments)
    const margin = Math.max((last - first) * 0.05, oneDay)
    return {
      type: 'line',
      data: {
        datasets: [
          {
            data: points.map(({ at, score }) => ({ x: Date.parse(at), y: score })),
            borderColor: accent,
            backgroundColor: accent,
            borderWidth: 2,
            pointRadius: 5,
            pointHoverRadius: 7,
            // A score at the end of the range is a whole dot too.
            clip: false,
          },
        ],
      },
      options: {
        scales: {
          x: {
            type: 'linear',
            min: first - margin,
            // Room on the right for the names of the bands.
            max: last + 3 * margin,
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = ticksAmong(moments).map((value) => ({ value }))
            },
            ticks: { maxRotation: 0, callback: (value) => day(new Date(Number(value))) },
          },
          y: {
            min: scale.range.min,
            max: scale.range.max,
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = edgesOf(scale).map((value) => ({ value }))
            },
          },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            displayColors: false,
            callbacks: {
              title: ([item]) => (item === undefined ? '' : day(new Date(Number(item.parsed.x)))),
              label: (item) => String(item.parsed.y),
            },
          },
        },
      },
      plugins: [bandsBehind(scale, ink, (band) => band.label[language])],
    }
  }, [points, scale, accent, ink, language, day])

  return <ChartCanvas config={config} label={label} figures={figures} height={240} />
}

/** Where the range begins and ends, and where one band gives way to the next. */
const edgesOf = ({ bands, range }: Pick<Scale, 'bands' | 'range'>): number[] => [
  ...new Set([range.min, ...bands.map(({ min }) => min), range.max]),
]

/** At most five of the days measured on, so that their names do not run into each other. */
function ticksAmong(moments: readonly number[]): number[] {
  const step = Math.max(1, Math.ceil(moments.length / 5))
  return moments.filter((_, index) => (moments.length - 1 - index) % step === 0)
}

const bandsBehind = (
  { bands, range, direction }: Pick<Scale, 'bands' | 'range' | 'direction'>,
  ink: string,
  nameOf: (band: Scale['bands'][number]) => string,
): Plugin<'line'> => ({
  id: 'bands',
  beforeDatasetsDraw({ ctx, chartArea, scales: { y } }) {
    if (y === undefined) return
    ctx.save()
    ctx.textAlign = 'right'
    ctx.textBaseline = 'middle'
    bands.forEach((band, index) => {
      const top = y.getPixelForValue(bands[index + 1]?.min ?? range.max)
      const bottom = y.getPixelForValue(band.min)
      const rank = direction === 'higherIsWorse' ? index : bands.length - 1 - index
      const steps = Math.max(1, bands.length - 1)
      ctx.fillStyle = bandColours[Math.round((rank / steps) * (bandColours.length - 1))] ?? 'transparent'
      ctx.fillRect(chartArea.left, top, chartArea.width, bottom - top)
      ctx.fillStyle = ink
      if (bottom - top > 14) ctx.fillText(nameOf(band), chartArea.right - 8, (top + bottom) / 2)
    })
    ctx.restore()
  },
})
