/** Loaded before a server: whatever host its DATABASE_URL names, Neon's SQL is asked for at this address. */
import { neonConfig } from '@neondatabase/serverless'

neonConfig.fetchEndpoint = () => String(process.env.NEON_ENDPOINT)
