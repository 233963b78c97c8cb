import * as z from 'zod'

// WeChat forbids `new Function`, which zod would compile its parsers with. Imported before any schema.
z.config({ jitless: true })
