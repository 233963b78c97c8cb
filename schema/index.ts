/** For drizzle-kit only: all tables of the house. */

export * from './grids'
export * from './people'
export * from './points'
