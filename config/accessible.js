const path = require('node:path');
const aria = require('./aria.json');

/** Taro's weapp templates know no aria attributes: what screen readers need is added to template and runtime alike. */
module.exports = (context) =>
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(context, aria);
      platform.runtimePath = [
        platform.runtimePath ?? [],
        path.join(__dirname, 'accessible-runtime.js'),
      ].flat();
    },
  });
