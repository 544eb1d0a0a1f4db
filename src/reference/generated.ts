/** How every generated file begins. */
export const generated = `// Written by \`npm run reference\` from src/services: change it there.
`;
