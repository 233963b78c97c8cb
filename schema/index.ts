/** For drizzle-kit only: all tables of the house. */
export * from './cases'
export * from './files'
export * from './grids'
export * from './notices'
export * from './people'
export * from './points'
export * from './reports'
