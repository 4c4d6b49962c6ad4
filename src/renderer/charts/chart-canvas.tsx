import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import { useEffect, useRef } from 'react'
import { useChartColours } from './chart-colours.ts'
import './chart-canvas.css'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/**
 * Draws one chart, as wide as the place it stands in, and again whenever `config` changes: keep it between renders.
 * `figures` is the id of the table that says the same in numbers.
 */
export function ChartCanvas({
  config,
  label,
  figures,
  height,
}: {
  config: ChartConfiguration
  label: string
  figures: string
  height: number
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { ink, line, font } = useChartColours()

  useEffect(() => {
    if (canvas.current === null) return
    Chart.defaults.font.family = font
    Chart.defaults.color = ink
    Chart.defaults.borderColor = line
    const chart = new Chart(canvas.current, {
      ...config,
      options: { animation: false, maintainAspectRatio: false, ...config.options },
    })
    return () => chart.destroy()
  }, [config, ink, line, font])

  return (
    <div className="chart-canvas" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={label} aria-details={figures} />
    </div>
  )
}
