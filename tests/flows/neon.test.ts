import { freshNeon } from '../kit/databases'
import { tellFlows } from './flows'

tellFlows('Neon over HTTP', freshNeon)
