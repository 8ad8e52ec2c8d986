import module from 'node:module';

/**
 * Reviews text files as one case and prints the review as one JSON object.
 *   analyze FILE... [--as-of YYYY-MM-DD] [--letter FILE] [--pack ID]...
 * Exit status 0 with a result, 2 on a usage or input error with one line on what and where.
 */

// Compiled code is kept between runs; it must be asked for before the modules are loaded.
module.enableCompileCache?.();
const { analyzeFiles } = await import('./analyze-files.ts');
const { UsageError } = await import('./usage-error.ts');

try {
  process.stdout.write(`${await analyzeFiles(process.argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
