import { relative } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';

/**
 * Types, then lint: one after the other in one process, since the rules that ask for types ask of what is known by
 * then. Each on its own works out the types of the whole project, which takes both longer than anything else.
 */
const root = process.cwd();

function project(): ts.Program {
  const fail = (diagnostic: ts.Diagnostic): never => {
    throw new Error(said([diagnostic]));
  };
  const config = ts.getParsedCommandLineOfConfigFile(
    'tsconfig.json',
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (!config) throw new Error('no tsconfig.json here');
  return ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors,
  });
}

const said = (diagnostics: readonly ts.Diagnostic[]): string =>
  ts.formatDiagnosticsWithColorAndContext(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  });

/** As of `eslint --max-warnings 0`. */
async function lint(program: ts.Program): Promise<string[]> {
  const known: Linter.Config = {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { programs: [program] } },
  };
  const eslint = new ESLint({ cwd: root, overrideConfig: known });
  return (await eslint.lintFiles(['src', 'test', 'config'])).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, column, message, ruleId }) =>
        `${relative(root, filePath)}:${line}:${column} ${message}${ruleId ? ` (${ruleId})` : ''}`,
    ),
  );
}

async function main(): Promise<void> {
  const program = project();
  const wrong = ts.getPreEmitDiagnostics(program);
  if (wrong.length > 0) console.log(said(wrong));
  const faults = await lint(program);
  for (const fault of faults) console.log(fault);
  process.exitCode = wrong.length + faults.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
