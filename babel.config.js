// Taro's own preset: React, TypeScript, and the browsers named in package.json.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };
