export default { usingComponents: {} };
