import { mergeInternalComponents } from '@tarojs/shared'
import components from './aria.json'

mergeInternalComponents(components)
