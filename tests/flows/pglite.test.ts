import { freshPglite } from '../kit/fresh'
import { tellFlows } from './flows'

tellFlows('the embedded database', freshPglite)
