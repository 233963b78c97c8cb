import Taro from '@tarojs/taro'
import { goBack, goInstead } from '../../../ui/nav'

/** Back to where the form was opened from; where a link opened it, to the case itself. */
export const goBackTo = (path: string, id: string) => {
  if (Taro.getCurrentPages().length > 1) goBack()
  else goInstead(path, { id })
}
