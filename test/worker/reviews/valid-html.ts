import { HtmlValidate, StaticConfigLoader } from 'html-validate/browser';

const loader = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How the markup is written out, which no reader sees.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'error',
    'no-inline-style': 'error',
    'text-content': 'error',
    'svg-focusable': 'off',
    'tel-non-breaking': 'off',
  },
});
const validator = new HtmlValidate(loader);

/** What is wrong with a page as HTML. */
export async function faultsInHtml(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) => `${ruleId}: ${message} (${selector ?? `${line}:${column}`})`,
    ),
  );
}
