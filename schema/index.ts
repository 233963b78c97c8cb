/** For drizzle-kit only: all tables of the house. */
export * from './people'
