import { addDays } from '../../shared/kit/time'
import type { Deps } from '../http/deps'
import { recordDeviceNotices } from './device-queries'

/** 新设备提醒: looks back over a day, so that a job that stood still misses nothing. */
export const tellNewDevices = ({ db, now }: Deps) => recordDeviceNotices(db, addDays(now(), -1), now())
