import { shanghai } from '@shared/kit/time'
import { GetActivityMonth } from '@shared/volunteering/contract'
import { monthSpan } from '@shared/volunteering/phases'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'

const monthOf = (at: Date) => shanghai(at).day.slice(0, 7)

/** The month before or after. */
function monthBeside(month: string, step: -1 | 1) {
  const { from, to } = monthSpan(month)
  return monthOf(step === 1 ? to : new Date(from.getTime() - 1))
}

export function useMonth() {
  const [month, setMonth] = useState(() => monthOf(now()))
  const [picked, setPicked] = useState(() => shanghai(now()).day)
  const load = useLoad(GetActivityMonth, { params: {}, body: { month } })
  const turn = (step: -1 | 1) => {
    const next = monthBeside(month, step)
    setMonth(next)
    setPicked(next === monthOf(now()) ? shanghai(now()).day : `${next}-01`)
  }
  return { load, month, picked, setPicked, turn }
}
