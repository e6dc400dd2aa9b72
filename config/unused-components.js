/** What no page uses: whoever does takes it off. Taro adds these to every mini-program. */
const unused = ['scroll-view', 'catch-view'];

/**
 * A template for each component and each depth it may lie at is part of the main package: those two alone take 21 KB.
 * `ScrollView`, and a `View` with `catchMove`, would be drawn as nothing; a test says so before that.
 */
module.exports = (context) =>
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      if (!template) return;
      const { modifyTemplateResult } = template;
      template.modifyTemplateResult = (result, name, ...more) =>
        unused.includes(name) ? '' : modifyTemplateResult(result, name, ...more);
    },
  });
